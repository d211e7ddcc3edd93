import { Button, Group, Kbd, Menu, Tooltip, useMatches } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { start } from '#contract/work.ts';
import { call } from '../app/call.ts';
import { useTexts } from '../app/language.ts';
import { pendings } from '../app/pending.ts';
import { useMay } from '../app/session.ts';
import { useKeys, type KeyName } from '../app/shortcuts.ts';
import { useSignal } from '../app/signal.ts';
import { ReturnDraftForm } from '../answer/ReturnDraftForm.tsx';
import { useApprove } from '../answer/use-approve.ts';
import { ActFailure } from './ActFailure.tsx';
import classes from './Card.module.css';
import { buttonsOf, type CardButton } from './card-buttons.ts';
import type { FormState, OpenForm } from './card-forms.ts';
import { AskForm } from './forms/AskForm.tsx';
import { AssignForm } from './forms/AssignForm.tsx';
import { AssignmentForm } from './forms/AssignmentForm.tsx';
import { DeclineForm } from './forms/DeclineForm.tsx';
import { ExtendForm } from './forms/ExtendForm.tsx';
import { NoteForm } from './forms/NoteForm.tsx';
import { ReopenForm, SendBackForm } from './forms/ReasonForm.tsx';
import { VerifyForm } from './forms/VerifyForm.tsx';
import { useCardAct, useOpenCard } from './use-card.ts';

const inSight = { base: 2, lg: 4 } as const;

const keyOf: Readonly<Partial<Record<CardButton, KeyName>>> = {
  assign: 'KeyA',
  start: 'KeyS',
  answer: 'KeyR',
  ask: 'KeyE',
  note: 'KeyN',
};

const forms: Readonly<
  Record<Exclude<OpenForm, 'answer'>, (props: { close: () => void }) => React.ReactNode>
> = {
  assign: AssignForm,
  send_back: SendBackForm,
  ask: AskForm,
  decline: DeclineForm,
  reopen: ReopenForm,
  extend: ExtendForm,
  verify: VerifyForm,
  note: NoteForm,
  assignment: AssignmentForm,
  return_draft: ReturnDraftForm,
};

/** The words on each button. */
function useButtonWords(): Readonly<Record<CardButton, string>> {
  const { actions: t } = useTexts();
  const { stage } = useOpenCard().card;
  return {
    start: t.start.button,
    approve: t.approve.button,
    answer: t.answer.button,
    // The register may propose a body before anybody decides: then it is still to be assigned.
    assign: stage === 'triage' ? t.assign.button : t.assign.again,
    return_draft: t.returnDraft.button,
    ask: t.ask.button,
    send_back: t.sendBack.button,
    verify: t.verify.button,
    reopen: t.reopen.button,
    decline: t.decline.button,
    extend: t.extend.button,
    assignment: t.assignment.button,
    note: t.note.button,
  };
}

/** What each button does. */
function usePress({ setForm }: FormState) {
  const { card } = useOpenCard();
  const act = useCardAct();
  const approve = useApprove();
  const press = (button: CardButton) => {
    if (button === 'approve') return approve(card);
    if (button !== 'start') return setForm(button);
    return void act.run((version) => call(start, { params: { appealId: card.id }, body: { version } }));
  };
  return { act, press };
}

function ActionButton({
  button,
  isFirst,
  isBusy,
  press,
}: {
  button: CardButton;
  isFirst: boolean;
  isBusy: boolean;
  press: () => void;
}) {
  const words = useButtonWords();
  const key = keyOf[button]?.at(-1)?.toLowerCase();
  const shown = (
    <Button variant={isFirst ? 'filled' : 'default'} disabled={isBusy} onClick={press}>
      {words[button]}
    </Button>
  );
  return key === undefined ? shown : <Tooltip label={<Kbd size="xs">{key}</Kbd>}>{shown}</Tooltip>;
}

interface MoreActionsProps {
  readonly buttons: readonly CardButton[];
  readonly isBusy: boolean;
  readonly press: (button: CardButton) => void;
}

/** Actions that are not the likeliest next step. */
function MoreActions({ buttons, isBusy, press }: MoreActionsProps) {
  const { card: t } = useTexts();
  const words = useButtonWords();
  if (buttons.length === 0) return null;
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button variant="default" px="sm" aria-label={t.more} disabled={isBusy}>
          <IconDots size={18} stroke={1.5} aria-hidden />
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {buttons.map((button) => (
          <Menu.Item key={button} onClick={() => press(button)}>
            {words[button]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** What this person may do with the case now; the form of a button opens right under it. */
export function CardActions(state: FormState) {
  const { card: t } = useTexts();
  const { card } = useOpenCard();
  const may = useMay();
  const { act, press } = usePress(state);
  const isPending = useSignal(pendings).some(({ appealId }) => appealId === card.id);
  const buttons = buttonsOf(card, may);
  const shown = useMatches<number>(inSight);
  const isBusy = isPending || act.state.status === 'running';
  const keys = buttons.flatMap((button) => {
    const key = keyOf[button];
    return key === undefined || isBusy ? [] : [[key, () => press(button)] as const];
  });
  useKeys(Object.fromEntries(keys));
  if (buttons.length === 0) return null;
  const Form = state.form === null || state.form === 'answer' ? null : forms[state.form];
  return (
    <div className={classes['actions']} role="group" aria-label={t.actionsLabel}>
      <Group gap={6}>
        {buttons.slice(0, shown).map((button, index) => (
          <ActionButton
            key={button}
            button={button}
            isFirst={index === 0}
            isBusy={isBusy}
            press={() => press(button)}
          />
        ))}
        <MoreActions buttons={buttons.slice(shown)} isBusy={isBusy} press={press} />
      </Group>
      <ActFailure act={act} />
      {Form !== null && <Form key={state.form} close={() => state.setForm(null)} />}
    </div>
  );
}
