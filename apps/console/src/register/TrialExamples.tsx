import { Table } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { ScrollRegion } from '#ui/components/ScrollRegion.tsx';
import { useTexts } from '../app/language.ts';
import { Moment } from '../app/Moment.tsx';
import { useMay } from '../app/session.ts';
import classes from './Register.module.css';
import { useRegisterWords } from './register-words.ts';
import type { Trial } from './use-register.ts';

type Example = Trial['examples'][number];

/** The number leads to the case for those who read cases. */
function CaseNumber({ example: { appealId, number } }: { example: Example }) {
  const may = useMay();
  if (!may('appeal.read')) return number;
  return (
    <Link to="/queue/$appealId" params={{ appealId }} search={{ view: 'all', order: 'urgent' }}>
      {number}
    </Link>
  );
}

/** Some of the cases the rule would have sent elsewhere, those that speak against it first. */
export function TrialExamples({ examples }: { examples: readonly Example[] }) {
  const { register: t } = useTexts();
  const words = useRegisterWords();
  return (
    <details>
      <summary className={classes['small']}>{t.examples}</summary>
      <ScrollRegion label={t.examples} maxHeight={320}>
        <Table miw={560}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t.example.number}</Table.Th>
              <Table.Th>{t.example.received}</Table.Th>
              <Table.Th>{t.example.sentTo}</Table.Th>
              <Table.Th>{t.example.endedAt}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {examples.map((example) => (
              <Table.Tr key={example.appealId}>
                <Table.Td>
                  <CaseNumber example={example} />
                </Table.Td>
                <Table.Td>
                  <Moment at={example.receivedAt} />
                </Table.Td>
                <Table.Td>{words.body(example.sentTo)}</Table.Td>
                <Table.Td>{example.endedAt === null ? t.notSettled : words.body(example.endedAt)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollRegion>
    </details>
  );
}
