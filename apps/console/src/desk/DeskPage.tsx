import {
  Button,
  Fieldset,
  Group,
  SegmentedControl,
  Stack,
  Text,
  Textarea,
  TextInput,
  Title,
} from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { longestText, mostFiles, registerAtDesk } from '#contract/intake.ts';
import { PhotoUpload } from '../app/PhotoUpload.tsx';
import { call } from '../app/call.ts';
import { FailureNotice } from '../app/FailureNotice.tsx';
import { useKeptText } from '../app/kept-text.ts';
import { useTexts } from '../app/language.ts';
import { usePageTitle } from '../app/page-title.ts';
import { useAct } from '../app/use-act.ts';
import { useFocusOnOpen } from '../app/use-focus.ts';
import classes from './Desk.module.css';
import { DeskNeighbours } from './DeskNeighbours.tsx';
import type { DeskNeighbour } from './use-neighbours.ts';

const sources = ['phone', 'visit', 'paper'] as const;
type Source = (typeof sources)[number];

interface Registered {
  readonly appealId: string;
  readonly number: string;
}

const filled = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** What an operator types while the resident speaks; survives a reload. */
function useDeskForm() {
  const [source, setSource] = useState<Source>('phone');
  const [text, setText, forgetText] = useKeptText('desk.text');
  const [address, setAddress, forgetAddress] = useKeptText('desk.address');
  const [name, setName, forgetName] = useKeptText('desk.name');
  const [phone, setPhone, forgetPhone] = useKeptText('desk.phone');
  const [files, setFiles] = useState<readonly string[]>([]);
  const [same, setSame] = useState<DeskNeighbour | null>(null);
  // One key per message: pressing twice, or again after a lost connection, registers it once.
  const [key] = useState(() => crypto.randomUUID());
  const body = {
    key,
    source,
    text,
    address: filled(address),
    contactName: filled(name),
    contactPhone: filled(phone),
    files: [...files],
    sameAs: same?.incidentId ?? null,
  };
  const forget = () => [forgetText, forgetAddress, forgetName, forgetPhone].forEach((drop) => drop());
  return {
    source,
    setSource,
    text,
    setText,
    address,
    setAddress,
    name,
    setName,
    phone,
    setPhone,
    files,
    setFiles,
    same,
    setSame,
    body,
    forget,
  };
}

type DeskForm = ReturnType<typeof useDeskForm>;

function Contact({ form }: { form: DeskForm }) {
  const { desk: t } = useTexts();
  return (
    <Fieldset legend={t.contact}>
      <Text size="xs" c="dimmed" mb="xs">
        {t.contactHint}
      </Text>
      <Group grow align="start">
        <TextInput
          label={t.name}
          maxLength={200}
          autoComplete="off"
          value={form.name}
          onChange={(event) => form.setName(event.currentTarget.value)}
        />
        <TextInput
          label={t.phone}
          type="tel"
          maxLength={50}
          autoComplete="off"
          value={form.phone}
          onChange={(event) => form.setPhone(event.currentTarget.value)}
        />
      </Group>
    </Fieldset>
  );
}

function Words({ form, isMissing }: { form: DeskForm; isMissing: boolean }) {
  const { desk: t, console: shell } = useTexts();
  const field = useFocusOnOpen<HTMLTextAreaElement>();
  return (
    <>
      <div>
        <Textarea
          ref={field}
          label={t.text}
          description={t.textHint}
          minRows={5}
          error={isMissing && t.textMissing}
          maxLength={longestText}
          value={form.text}
          onChange={(event) => form.setText(event.currentTarget.value)}
        />
        {form.text !== '' && (
          <Text size="xs" c="dimmed" ta="right" mt={4}>
            {t.length(form.text.length)}
          </Text>
        )}
      </div>
      <TextInput
        label={`${t.address}, ${shell.form.optional}`}
        description={t.addressHint}
        maxLength={300}
        value={form.address}
        onChange={(event) => form.setAddress(event.currentTarget.value)}
      />
    </>
  );
}

function NewMessage({ done }: { done: (registered: Registered) => void }) {
  const { desk: t } = useTexts();
  const form = useDeskForm();
  const act = useAct();
  const queries = useQueryClient();
  const [isTried, setTried] = useState(false);
  const isMissing = form.text.trim() === '';
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    if (isMissing) return event.currentTarget.querySelector('textarea')?.focus();
    const result = await act.run(() => call(registerAtDesk, { body: form.body }));
    if (result === null || !result.ok) return undefined;
    form.forget();
    void queries.invalidateQueries({ queryKey: ['queue-news'] });
    done(result.value);
    return undefined;
  };
  return (
    <form className={classes['columns']} onSubmit={(event) => void submit(event)}>
      <Stack gap="md" className={classes['words'] ?? ''}>
        <SegmentedControl
          aria-label={t.source}
          value={form.source}
          onChange={(value) => form.setSource(sources.find((name) => name === value) ?? 'phone')}
          data={sources.map((value) => ({ value, label: t.sources[value] }))}
        />
        <Words form={form} isMissing={isTried && isMissing} />
      </Stack>
      <DeskNeighbours typed={form} chosen={form.same} choose={form.setSame} />
      <Stack gap="md" className={classes['rest'] ?? ''}>
        <Contact form={form} />
        <PhotoUpload
          label={t.files}
          hint={t.filesHint(mostFiles)}
          most={mostFiles}
          hashes={form.files}
          change={form.setFiles}
        />
        {act.state.status === 'failed' && <FailureNotice failure={act.state.failure} />}
        <Group>
          <Button type="submit" loading={act.state.status === 'running'}>
            {t.submit}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function Done({ registered, again }: { registered: Registered; again: () => void }) {
  const { desk: t } = useTexts();
  const heading = useFocusOnOpen<HTMLHeadingElement>();
  return (
    <Stack gap="md">
      <Title order={2} ref={heading} tabIndex={-1}>
        {t.done}
      </Title>
      <Text fz={36} fw={600} lh={1.1}>
        {registered.number}
      </Text>
      <Text>{t.doneLead}</Text>
      <Group>
        <Button onClick={again}>{t.another}</Button>
        <Link
          to="/queue/$appealId"
          params={{ appealId: registered.appealId }}
          search={{ view: 'all', order: 'newest' }}
        >
          {t.openCard}
        </Link>
      </Group>
    </Stack>
  );
}

/** A call, a visit or a letter becomes a case while the resident is still there. */
export function DeskPage() {
  const { desk: t } = useTexts();
  usePageTitle(t.title);
  const [registered, setRegistered] = useState<Registered | null>(null);
  return (
    <Stack maw={1240} px={{ base: 'md', sm: 24 }} py="md" gap="md">
      <Title order={1}>{t.title}</Title>
      {registered === null ? (
        <NewMessage done={setRegistered} />
      ) : (
        <Done registered={registered} again={() => setRegistered(null)} />
      )}
    </Stack>
  );
}
