import { Badge, Button, Text } from '@mantine/core';
import { Panel } from '#ui/components/Panel.tsx';
import type { Tone } from '#ui/mantine/theme.ts';
import { writeNumber } from '#texts/number.ts';
import { useLanguage, useTexts } from '../app/language.ts';
import { useTime } from '../app/use-time.ts';
import cardClasses from '../card/Card.module.css';
import type { FormState } from '../card/card-forms.ts';
import { useOpenCard } from '../card/use-card.ts';
import { answerReminders } from '../card/wording-words.ts';
import { AnswerEditor } from './AnswerEditor.tsx';
import { openDraftOf, type AnswerView } from './draft.ts';
import { Findings } from './Findings.tsx';

const stateTone: Readonly<Record<AnswerView['state'], Tone>> = {
  draft: 'quiet',
  on_approval: 'brand',
  returned: 'warn',
  approved: 'good',
  withdrawn: 'quiet',
};

/** What the chosen result promises, in one line. */
export function ResolutionLine({ answer }: { answer: AnswerView }) {
  const { answer: t, lifecycle } = useTexts();
  const { day } = useTime();
  const language = useLanguage();
  const parts = [
    answer.resolution === null ? null : lifecycle.resolution[answer.resolution],
    answer.promisedOn === null ? null : t.scheduledFor(day(answer.promisedOn)),
    answer.moneySum === null || answer.reviewOn === null
      ? null
      : t.money(writeNumber(answer.moneySum, language), day(answer.reviewOn)),
    answer.handedTo === null ? null : t.handed(answer.handedTo),
    answer.refusedWhy === null ? null : t.refused(answer.refusedWhy),
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : <Text size="sm">{parts.join(' · ')}</Text>;
}

function Reviews({ answer }: { answer: AnswerView }) {
  const { answer: t } = useTexts();
  const { moment } = useTime();
  return answer.reviews
    .filter(({ decision }) => decision === 'returned')
    .map(({ at, by, reason, note }) => {
      const known = Object.entries(t.returnReasons).find(([code]) => code === reason)?.[1];
      return (
        <Text key={at} size="sm" c="warn">
          {t.returnedBy(by ?? '', moment(at))}: {[known, note].filter(Boolean).join('. ')}
        </Text>
      );
    });
}

function OneAnswer({ answer, edit }: { answer: AnswerView; edit: (() => void) | null }) {
  const { answer: t } = useTexts();
  const { moment } = useTime();
  const isChecked = answer.state === 'on_approval' || answer.state === 'returned';
  return (
    <li className={cardClasses['answer']}>
      <div className={cardClasses['line']}>
        <Badge color={stateTone[answer.state]}>{t.state[answer.state]}</Badge>
        <span>{t.kind[answer.kind]}</span>
        <Text span size="xs" c="dimmed">
          {moment(answer.createdAt)}
          {answer.createdBy !== null && `, ${t.createdBy(answer.createdBy)}`}
          {answer.approvedBy !== null &&
            answer.approvedAt !== null &&
            `, ${t.approvedBy(answer.approvedBy, moment(answer.approvedAt))}`}
        </Text>
        {edit !== null && (
          <Button size="compact-xs" variant="default" onClick={edit} ml="auto">
            {t.edit}
          </Button>
        )}
      </div>
      <div className={cardClasses['text']}>{answer.text}</div>
      <ResolutionLine answer={answer} />
      <Reviews answer={answer} />
      {isChecked && <Findings findings={answer.findings} />}
    </li>
  );
}

/** Answers of the case, and the editor while one is being written. */
export function AnswerPanel({ form, setForm }: FormState) {
  const { answer: t, wording } = useTexts();
  const { card } = useOpenCard();
  const isWriting = form === 'answer';
  const canWrite = card.actions.includes('submit');
  const open = openDraftOf(card.answers);
  const shown = card.answers.filter((answer) => !(isWriting && answer === open && answer.state === 'draft'));
  return (
    <Panel level={3} title={t.title}>
      {isWriting &&
        answerReminders(card.understanding, wording).map((reminder) => (
          <Text key={reminder} size="sm" c="warn">
            {reminder}
          </Text>
        ))}
      {isWriting && <AnswerEditor close={() => setForm(null)} />}
      {shown.length === 0 && !isWriting && <Text c="dimmed">{t.none}</Text>}
      <ul
        className={cardClasses['list']}
        style={{ gap: 0, marginTop: isWriting && shown.length > 0 ? 8 : 0 }}
      >
        {shown.map((answer) => (
          <OneAnswer
            key={answer.id}
            answer={answer}
            edit={answer === open && canWrite && !isWriting ? () => setForm('answer') : null}
          />
        ))}
      </ul>
    </Panel>
  );
}
