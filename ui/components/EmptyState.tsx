import { Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';

/** What will appear here and how to make it appear. */
export function EmptyState({ text, hint, children }: { text: string; hint?: string; children?: ReactNode }) {
  return (
    <Stack align="center" justify="center" gap="sm" p="xl" ta="center" mih={160}>
      <Text fw={500} maw={420}>
        {text}
      </Text>
      {hint !== undefined && (
        <Text c="dimmed" maw={420}>
          {hint}
        </Text>
      )}
      {children}
    </Stack>
  );
}
