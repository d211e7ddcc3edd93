import { LabeledTime } from '#ui/components/LabeledTime.tsx';
import { useTime } from './use-time.ts';

/** An instant as people say it, with the exact time on hover. */
export function Moment({ at }: { at: string }) {
  const { moment, exact } = useTime();
  return <LabeledTime at={at} words={moment(at)} exact={exact(at)} />;
}
