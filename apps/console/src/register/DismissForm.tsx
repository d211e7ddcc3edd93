import { dismissFinding } from '#contract/register.ts';
import { call } from '../app/call.ts';
import { useTexts } from '../app/language.ts';
import { ReasonForm } from '../app/ReasonForm.tsx';
import { useRegisterChanged, type Finding } from './use-register.ts';

/** Nothing is to be changed, and why. */
export function DismissForm({ finding, days, close }: { finding: Finding; days: number; close: () => void }) {
  const { register: t } = useTexts();
  const changed = useRegisterChanged();
  const { topic, responsibleKind, municipalityId, ownerId, authorityId } = finding;
  const about = { topic, responsibleKind, municipalityId, ownerId, authorityId };
  return (
    <ReasonForm<typeof dismissFinding>
      label={t.dismissReason}
      hint={t.dismissHint}
      submitLabel={t.dismissSubmit}
      run={(reason) => call(dismissFinding, { body: { finding: about, days, reason } })}
      done={() => {
        close();
        changed();
      }}
      cancel={close}
    />
  );
}
