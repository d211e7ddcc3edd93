import { Button, Group, NativeSelect, SegmentedControl, Select, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { DateField } from '../app/DateField.tsx';
import { useLanguage, useTexts } from '../app/language.ts';
import { useNames } from '../app/reference.ts';
import { useTime } from '../app/use-time.ts';
import { topicOptions } from '../queue/topic-options.ts';
import classes from './Register.module.css';
import { useRegisterWords } from './register-words.ts';
import { candidateFrom, emptyRule, type TypedRule } from './typed-rule.ts';
import { TrialPanel, type Basis } from './TrialPanel.tsx';

const abouts = ['topic', 'responsibleKind', 'sector'] as const;
const bases = ['document', 'history'] as const;
const shortestSource = 3;

interface FieldProps {
  readonly rule: TypedRule;
  readonly change: (rule: TypedRule) => void;
}

/** What the rule is about and where. */
function MatterFields({ rule, change }: FieldProps) {
  const { register: t, console: shell } = useTexts();
  const language = useLanguage();
  const { all } = useNames();
  const options = {
    topic: topicOptions(all, language),
    responsibleKind: Object.entries(t.kinds).map(([value, label]) => ({ value, label })),
    sector: all.sectors.map(({ code, name }) => ({ value: code, label: name[language] })),
  };
  return (
    <>
      <SegmentedControl
        aria-label={t.about}
        value={rule.about}
        onChange={(value) => {
          const about = abouts.find((one) => one === value);
          if (about !== undefined) change({ ...rule, about, code: null });
        }}
        data={abouts.map((value) => ({ value, label: t.abouts[value] }))}
      />
      <Select
        label={t.abouts[rule.about]}
        placeholder={shell.form.search}
        nothingFoundMessage={shell.form.nothingFound}
        searchable
        allowDeselect={false}
        limit={100}
        data={options[rule.about]}
        value={rule.code}
        onChange={(code) => change({ ...rule, code })}
      />
      <Select
        label={t.territory}
        nothingFoundMessage={shell.form.nothingFound}
        searchable
        allowDeselect={false}
        data={[
          { value: '', label: t.wholeRegion },
          ...all.municipalities.map(({ id, name }) => ({ value: String(id), label: name })),
        ]}
        value={rule.municipality}
        onChange={(municipality) => change({ ...rule, municipality: municipality ?? '' })}
      />
    </>
  );
}

/** Who is responsible, and who of it. */
function WhoFields({ rule, change }: FieldProps) {
  const { register: t, console: shell } = useTexts();
  const names = useNames();
  const words = useRegisterWords();
  const executors = names.authority(Number(rule.authority))?.executors ?? [];
  const bodies = names.all.authorities
    .map(({ id }) => ({ value: String(id), label: words.body(id) }))
    .toSorted((one, other) => one.label.localeCompare(other.label));
  return (
    <>
      <Select
        label={t.body}
        placeholder={shell.form.search}
        nothingFoundMessage={shell.form.nothingFound}
        searchable
        allowDeselect={false}
        limit={100}
        data={bodies}
        value={rule.authority}
        onChange={(authority) => change({ ...rule, authority, executor: '' })}
      />
      {executors.length > 0 && (
        <NativeSelect
          label={t.executor}
          data={[
            { value: '', label: t.executorAny },
            ...executors.map(({ id, name }) => ({ value: String(id), label: name })),
          ]}
          value={rule.executor}
          onChange={(event) => change({ ...rule, executor: event.currentTarget.value })}
        />
      )}
    </>
  );
}

interface TypedBasis {
  readonly kind: (typeof bases)[number];
  readonly source: string;
  readonly date: string;
}

const basisOf = ({ kind, source, date }: TypedBasis, days: number): Basis | null => {
  if (kind === 'history') return { kind, days };
  return source.trim().length < shortestSource || date === '' ? null : { kind, source: source.trim(), date };
};

/** Where the rule is taken from: the register shows it beside the rule. */
function BasisFields({ basis, change }: { basis: TypedBasis; change: (basis: TypedBasis) => void }) {
  const { register: t } = useTexts();
  const { today } = useTime();
  return (
    <>
      <SegmentedControl
        aria-label={t.basis}
        value={basis.kind}
        onChange={(value) => {
          const kind = bases.find((one) => one === value);
          if (kind !== undefined) change({ ...basis, kind });
        }}
        data={bases.map((value) => ({ value, label: t.bases[value] }))}
      />
      {basis.kind === 'document' && (
        <>
          <TextInput
            label={t.document}
            description={t.documentHint}
            maxLength={300}
            value={basis.source}
            onChange={(event) => change({ ...basis, source: event.currentTarget.value })}
          />
          <DateField
            label={t.documentDate}
            max={today}
            value={basis.date}
            change={(date) => change({ ...basis, date })}
          />
        </>
      )}
    </>
  );
}

/** A rule typed by hand: what, where, who, on what ground; tried on the past before it is added. */
export function RuleForm({ days, close }: { days: number; close: () => void }) {
  const { register: t, console: shell } = useTexts();
  const [rule, setRule] = useState(emptyRule);
  const [basis, setBasis] = useState<TypedBasis>({ kind: 'document', source: '', date: '' });
  const [isTried, setTried] = useState(false);
  const candidate = candidateFrom(rule);
  const change = (next: TypedRule) => {
    setRule(next);
    setTried(false);
  };
  return (
    <section className={classes['new']} aria-label={t.newRule}>
      <Stack gap="sm" maw={480}>
        <MatterFields rule={rule} change={change} />
        <WhoFields rule={rule} change={change} />
        <BasisFields basis={basis} change={setBasis} />
        <Group gap="xs">
          <Button
            variant={isTried ? 'default' : 'filled'}
            disabled={candidate === null}
            onClick={() => setTried(true)}
          >
            {t.try}
          </Button>
          <Button variant="default" onClick={close}>
            {shell.form.cancel}
          </Button>
        </Group>
      </Stack>
      {isTried && candidate !== null && (
        <TrialPanel rule={candidate} days={days} basis={basisOf(basis, days)} mayAdd added={close} />
      )}
    </section>
  );
}
