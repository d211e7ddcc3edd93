import { Kbd, Modal, Table, Text } from '@mantine/core';
import { useTexts } from './language.ts';

/** All keys of the console on one page. */
export function KeyboardHelp({ isOpen, close }: { isOpen: boolean; close: () => void }) {
  const { keys, form } = useTexts().console;
  const rows: readonly (readonly [readonly string[], string])[] = [
    [['j', 'k'], keys.move],
    [['Enter'], keys.enter],
    [['/'], keys.search],
    [['Esc'], keys.escape],
    [['a'], keys.assign],
    [['s'], keys.start],
    [['r'], keys.answer],
    [['e'], keys.ask],
    [['n'], keys.note],
    [['a'], keys.approve],
    [['r'], keys.returnDraft],
    [['q'], keys.goQueue],
    [['g'], keys.goApprovals],
    [['m'], keys.goMap],
    [['?'], keys.help],
  ];
  return (
    <Modal opened={isOpen} onClose={close} title={keys.title} closeButtonProps={{ 'aria-label': form.close }}>
      <Text c="dimmed" mb="sm">
        {keys.lead}
      </Text>
      <Table>
        <Table.Tbody>
          {rows.map(([names, what]) => (
            <Table.Tr key={what}>
              <Table.Td w={90}>
                {names.map((name) => (
                  <Kbd key={name} mr={4}>
                    {name}
                  </Kbd>
                ))}
              </Table.Td>
              <Table.Td>{what}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Modal>
  );
}
