import { Table } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { ScrollRegion } from '#ui/components/ScrollRegion.tsx';
import { useTexts } from '../app/language.ts';
import { Moment } from '../app/Moment.tsx';
import classes from './Register.module.css';
import { useRegisterWords } from './register-words.ts';
import type { Trial } from './use-register.ts';

type Example = Trial['examples'][number];

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
                  <Link
                    to="/queue/$appealId"
                    params={{ appealId: example.appealId }}
                    search={{ view: 'all', order: 'urgent' }}
                  >
                    {example.number}
                  </Link>
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
