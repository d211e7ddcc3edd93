import { Button, Group, Text, Textarea } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { reportAssignment } from '#contract/work.ts';
import { Panel } from '#ui/components/Panel.tsx';
import { call } from '../app/call.ts';
import { useTexts } from '../app/language.ts';
import { useNames } from '../app/reference.ts';
import { useMay } from '../app/session.ts';
import { useTime } from '../app/use-time.ts';
import { ActFailure } from './ActFailure.tsx';
import classes from './Card.module.css';
import type { FormState } from './card-forms.ts';
import { useCardAct, useOpenCard, type Card } from './use-card.ts';

type Assignment = Card['assignments'][number];

function Report({ assignment }: { assignment: Assignment }) {
  const { card: texts, console: shell } = useTexts();
  const t = texts.assignments;
  const act = useCardAct();
  const [isOpen, setOpen] = useState(false);
  const [report, setReport] = useState('');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const isDone = await act.run(() =>
      call(reportAssignment, { params: { assignmentId: assignment.id }, body: { report: report.trim() } }),
    );
    if (isDone) setOpen(false);
  };
  if (!isOpen) {
    return (
      <Button size="xs" variant="default" style={{ justifySelf: 'start' }} onClick={() => setOpen(true)}>
        {t.report}
      </Button>
    );
  }
  return (
    <form onSubmit={(event) => void submit(event)} className={classes['form']}>
      <Textarea
        label={t.reportText}
        maxLength={4000}
        value={report}
        onChange={(event) => setReport(event.currentTarget.value)}
      />
      <ActFailure act={act} />
      <Group gap="xs">
        <Button
          type="submit"
          size="xs"
          disabled={report.trim() === ''}
          loading={act.state.status === 'running'}
        >
          {t.reportSend}
        </Button>
        <Button size="xs" variant="default" onClick={() => setOpen(false)}>
          {shell.form.cancel}
        </Button>
      </Group>
    </form>
  );
}

/** Tasks of the case and what came of them. */
export function AssignmentsPanel({ setForm }: FormState) {
  const { assignments: t } = useTexts().card;
  const { assignments } = useOpenCard().card;
  const names = useNames();
  const may = useMay();
  const { moment } = useTime();
  if (assignments.length === 0) return null;
  return (
    <Panel
      level={3}
      title={t.title}
      aside={
        may('appeal.split') && (
          <Button variant="subtle" size="compact-xs" onClick={() => setForm('assignment')}>
            {t.add}
          </Button>
        )
      }
    >
      <ul className={classes['list']}>
        {assignments.map((assignment) => (
          <li key={assignment.id} className={classes['answer']}>
            <Text>{assignment.task}</Text>
            <Text size="xs" c="dimmed">
              {[
                names.executor(assignment.authorityId, assignment.executorId) ??
                  names.authority(assignment.authorityId)?.shortName ??
                  '',
                assignment.doneAt === null ? t.open : t.done(moment(assignment.doneAt)),
                assignment.doneAt === null && assignment.dueAt !== null
                  ? t.due(moment(assignment.dueAt))
                  : '',
              ]
                .filter((words) => words !== '')
                .join(' · ')}
            </Text>
            {assignment.report !== null && <Text size="sm">{assignment.report}</Text>}
            {assignment.doneAt === null && may('appeal.work') && <Report assignment={assignment} />}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
