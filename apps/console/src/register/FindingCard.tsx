import { Button, Group, Text } from '@mantine/core';
import { useId, useState } from 'react';
import { useTexts } from '../app/language.ts';
import { DismissForm } from './DismissForm.tsx';
import classes from './Register.module.css';
import { useRegisterWords } from './register-words.ts';
import { TrialPanel } from './TrialPanel.tsx';
import type { Candidate, Finding } from './use-register.ts';

/** Whether the register says nothing of any of them. */
const isSilent = ({ sentTo }: Pick<Finding, 'sentTo'>): boolean =>
  sentTo.every(({ authorityId }) => authorityId === null);

/** Where the register sends such messages today, in words. */
function useSentTo(): (finding: Finding) => string {
  const { register: t } = useTexts();
  const { body } = useRegisterWords();
  return ({ sentTo, ownerId }) => {
    if (ownerId !== null) return t.sentToOwner(body(ownerId));
    const [first, ...others] = sentTo;
    if (first === undefined || isSilent({ sentTo })) return t.sentNowhere;
    if (others.length === 0) return t.sentTo(body(first.authorityId));
    return t.sentApart(sentTo.map((one) => t.sentPart(body(one.authorityId), one.cases)).join(', '));
  };
}

/** The rule that would settle a finding. */
const candidateOf = ({ topic, responsibleKind, municipalityId, authorityId }: Finding): Candidate => ({
  topic,
  sector: null,
  responsibleKind,
  municipalityId,
  authorityId,
  executorId: null,
});

function Bar({ finding }: { finding: Finding }) {
  const { register: t } = useTexts();
  const { body } = useRegisterWords();
  const percent = Math.round((finding.ended / finding.cases) * 100);
  return (
    <div className={classes['share']}>
      <div
        className={classes['bar']}
        role="img"
        aria-label={t.shareLabel(percent, body(finding.authorityId))}
      >
        <span style={{ width: `${percent}%` }} />
      </div>
      <span className={classes['percent']}>{t.share(percent)}</span>
    </div>
  );
}

/** One disagreement: what history says, the trial of the rule that would settle it, and the ways out. */
export function FindingCard({
  finding,
  days,
  mayEdit,
}: {
  finding: Finding;
  days: number;
  mayEdit: boolean;
}) {
  const { register: t } = useTexts();
  const words = useRegisterWords();
  const sentTo = useSentTo();
  const heading = useId();
  const [open, setOpen] = useState<'trial' | 'dismiss' | null>(null);
  const matter = words.matter(finding);
  const mayChange = mayEdit && finding.mayChange;
  const isByOwner = finding.ownerId !== null;
  const toggle = (what: 'trial' | 'dismiss') => () => setOpen(open === what ? null : what);
  return (
    <li className={classes['finding']} aria-labelledby={heading}>
      <p id={heading} className={classes['sentence']}>
        {t.ended(finding.ended, finding.cases, matter, words.body(finding.authorityId))} {sentTo(finding)}
        {finding.lostHours !== null && (
          <> {isSilent(finding) ? t.waited(finding.lostHours) : t.lost(finding.lostHours)}</>
        )}
      </p>
      <Bar finding={finding} />
      {isByOwner && (
        <Text size="sm" c="dimmed">
          {t.checkOwner}
        </Text>
      )}
      <Group gap="xs">
        {!isByOwner && (
          <Button
            size="xs"
            variant={open === 'trial' ? 'default' : 'filled'}
            aria-expanded={open === 'trial'}
            aria-label={open === 'trial' ? t.hideFor(matter) : t.tryFor(matter)}
            onClick={toggle('trial')}
          >
            {open === 'trial' ? t.hide : t.try}
          </Button>
        )}
        {mayChange && (
          <Button
            size="xs"
            variant="default"
            aria-expanded={open === 'dismiss'}
            aria-label={t.dismissFor(matter)}
            onClick={toggle('dismiss')}
          >
            {t.dismiss}
          </Button>
        )}
      </Group>
      {open === 'trial' && (
        <TrialPanel
          rule={candidateOf(finding)}
          days={days}
          basis={{ kind: 'history', days }}
          mayAdd={mayChange}
          added={() => setOpen(null)}
        />
      )}
      {open === 'dismiss' && <DismissForm finding={finding} days={days} close={() => setOpen(null)} />}
    </li>
  );
}
