import { Button, Group, SegmentedControl, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { Notice } from '#ui/components/Notice.tsx';
import { useTexts } from '../app/language.ts';
import { useFocusOnOpen } from '../app/use-focus.ts';
import { useNames } from '../app/reference.ts';
import { PhotoUpload } from '../app/PhotoUpload.tsx';
import { ActFailure } from '../card/ActFailure.tsx';
import cardClasses from '../card/Card.module.css';
import { useOpenCard } from '../card/use-card.ts';
import classes from './Answer.module.css';
import { missingIn, type Draft } from './draft.ts';
import { Findings } from './Findings.tsx';
import { ResolutionFields } from './ResolutionFields.tsx';
import { useCheck } from './use-check.ts';
import { useDraft, type DraftWriting } from './use-draft.ts';

const mostFiles = 10;

function LiveCheck({ draft }: { draft: Draft }) {
  const { answer } = useTexts();
  const t = answer.check;
  const { card } = useOpenCard();
  const check = useCheck(card.id, draft);
  if (check === null) return null;
  return (
    <Stack gap={4} role="status" aria-label={t.title}>
      {check.status === 'loading' && (
        <Text size="xs" c="dimmed">
          {t.checking}
        </Text>
      )}
      {check.status === 'failed' && (
        <Text size="xs" c="dimmed">
          {t.failed}
        </Text>
      )}
      {check.status === 'ready' && <Findings findings={check.value} />}
    </Stack>
  );
}

function AnswerText({ writing, limit }: { writing: DraftWriting; limit: number }) {
  const { answer: t, console: shell } = useTexts();
  const field = useFocusOnOpen<HTMLTextAreaElement>();
  const length = writing.draft.text.length;
  return (
    <div>
      <Textarea
        ref={field}
        label={t.text}
        description={t.textHint}
        minRows={6}
        maxRows={20}
        value={writing.draft.text}
        onChange={(event) => writing.change({ text: event.currentTarget.value })}
        aria-describedby="answer-length"
      />
      <div className={classes['foot']}>
        <Text size="xs" c="dimmed" id="answer-length">
          <span className={length > limit ? classes['over'] : undefined}>
            {length > limit ? shell.form.over(length - limit) : t.length(length, limit)}
          </span>
        </Text>
        <Text size="xs" c="dimmed" role="status">
          {writing.isSaved ? '' : t.unsaved}
        </Text>
      </div>
    </div>
  );
}

function KindChoice({ writing }: { writing: DraftWriting }) {
  const { answer: t } = useTexts();
  const { kind } = writing.draft;
  return (
    <Stack gap={4}>
      <Group>
        <SegmentedControl
          size="xs"
          aria-label={t.kindLabel}
          value={kind}
          onChange={(value) => writing.change({ kind: value === 'interim' ? 'interim' : 'final' })}
          data={[
            { value: 'final', label: t.kind.final },
            { value: 'interim', label: t.kind.interim },
          ]}
        />
      </Group>
      <Text size="xs" c="dimmed">
        {t.kindHint[kind]}
      </Text>
    </Stack>
  );
}

/** Writes an answer with the reader's eyes beside: the check speaks while one types. */
export function AnswerEditor({ close }: { close: () => void }) {
  const { answer: t, console: shell } = useTexts();
  const { card } = useOpenCard();
  const names = useNames();
  const writing = useDraft();
  const [isTried, setTried] = useState(false);
  const { draft, change } = writing;
  const limit = names.answerLimit(card.channel);
  const missing = missingIn(draft);
  const isBusy = writing.state.status === 'running';
  // What is missing is shown at its field before the server is asked.
  const whenWhole = (act: () => Promise<unknown>) => () => {
    setTried(true);
    if (missing.length === 0 && draft.text.length <= limit) void act();
  };
  return (
    <div className={`${classes['editor']} ${cardClasses['form']}`}>
      {writing.isRestored && !writing.isSaved && <Notice tone="brand">{t.kept}</Notice>}
      <KindChoice writing={writing} />
      <AnswerText writing={writing} limit={limit} />
      <LiveCheck draft={draft} />
      {draft.kind === 'final' && (
        <ResolutionFields draft={draft} missing={isTried ? missing : []} change={change} />
      )}
      <PhotoUpload
        hashes={draft.files}
        most={mostFiles}
        change={(files) => change({ files })}
        label={t.proofLabel}
        hint={t.proofHint}
      />
      <ActFailure act={writing} />
      <Group gap="xs">
        <Button loading={isBusy} onClick={whenWhole(() => writing.submit(close))}>
          {t.submit}
        </Button>
        <Button
          variant="default"
          disabled={isBusy || writing.isSaved || draft.text.trim() === ''}
          onClick={whenWhole(writing.save)}
        >
          {t.save}
        </Button>
        <Button variant="subtle" onClick={close}>
          {shell.form.close}
        </Button>
      </Group>
    </div>
  );
}
