import { Button, Group, Skeleton, Text, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { FailureNotice } from '../app/FailureNotice.tsx';
import { useTexts } from '../app/language.ts';
import { useNames } from '../app/reference.ts';
import { useTime } from '../app/use-time.ts';
import classes from './Register.module.css';
import { useRegisterWords } from './register-words.ts';
import { searchRows } from './rule-search.ts';
import { useRules, type Rule } from './use-register.ts';
import { WithdrawForm } from './WithdrawForm.tsx';

const shownAtOnce = 30;

function Row({ rule, mayEdit }: { rule: Rule; mayEdit: boolean }) {
  const { register: t } = useTexts();
  const words = useRegisterWords();
  const names = useNames();
  const { day, moment } = useTime();
  const [isOpen, setOpen] = useState(false);
  const executor = names.executor(rule.authorityId, rule.executorId);
  return (
    <li className={classes['rule']}>
      <div className={classes['what']}>
        <span className={classes['strong']}>{words.what(rule)}</span>
        <span className={classes['quiet']}>{words.where(rule.municipalityId)}</span>
      </div>
      <div className={classes['what']}>
        <span>{words.body(rule.authorityId)}</span>
        {executor !== null && <span className={classes['quiet']}>{executor}</span>}
      </div>
      <div className={classes['what']}>
        <span className={classes['quiet']}>{t.source(rule.source, day(rule.sourceDate))}</span>
        {rule.addedAt !== null && rule.addedBy !== null && (
          <span className={classes['quiet']}>{t.addedBy(rule.addedBy, moment(rule.addedAt))}</span>
        )}
      </div>
      {mayEdit && rule.mayChange && !isOpen && (
        <Button
          size="compact-sm"
          variant="subtle"
          aria-label={t.withdrawFor(words.matter(rule))}
          onClick={() => setOpen(true)}
        >
          {t.withdraw}
        </Button>
      )}
      {isOpen && (
        <div className={classes['form']}>
          <WithdrawForm rule={rule} close={() => setOpen(false)} />
        </div>
      )}
    </li>
  );
}

function Found({ rules, mayEdit }: { rules: readonly Rule[]; mayEdit: boolean }) {
  const { register: t } = useTexts();
  const [shown, setShown] = useState(shownAtOnce);
  const left = rules.length - shown;
  if (rules.length === 0) return <Text c="dimmed">{t.rulesNothing}</Text>;
  return (
    <>
      <ul className={classes['rules']} aria-label={t.rulesTitle}>
        {rules.slice(0, shown).map((rule) => (
          <Row key={rule.ruleId} rule={rule} mayEdit={mayEdit} />
        ))}
      </ul>
      {left > 0 && (
        <Group>
          <Button variant="subtle" onClick={() => setShown(shown + shownAtOnce)}>
            {t.showMore(Math.min(left, shownAtOnce))}
          </Button>
        </Group>
      )}
    </>
  );
}

/** The register in force, searched by topic, body and territory. */
export function RuleList({ mayEdit }: { mayEdit: boolean }) {
  const { register: t, console: shell } = useTexts();
  const words = useRegisterWords();
  const [search, setSearch] = useState('');
  const loaded = useRules();
  if (loaded.status === 'loading') return <Skeleton h={200} role="status" aria-label={shell.loading} />;
  if (loaded.status === 'failed') return <FailureNotice failure={loaded.failure} retry={loaded.retry} />;
  if (loaded.value.length === 0) return <Text c="dimmed">{t.rulesEmpty}</Text>;
  const found = searchRows(
    loaded.value,
    (rule) => [words.what(rule), words.where(rule.municipalityId), words.body(rule.authorityId), rule.source],
    search,
  );
  return (
    <>
      <TextInput
        type="search"
        aria-label={t.search}
        placeholder={t.search}
        leftSection={<IconSearch size={18} stroke={1.5} aria-hidden />}
        maw={480}
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      <Text size="xs" c="dimmed" role="status">
        {t.rulesFound(found.length)}
      </Text>
      <Found key={search} rules={found} mayEdit={mayEdit} />
    </>
  );
}
