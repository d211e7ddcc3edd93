import { Alert, Button, Group, Text } from '@mantine/core';
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Tone } from '#ui/mantine/theme.ts';

export interface NoticeProps {
  readonly tone?: Extract<Tone, 'brand' | 'warn' | 'bad' | 'good'>;
  readonly title?: string;
  readonly children: ReactNode;
  readonly action?: { readonly label: string; readonly run: () => void } | undefined;
}

/** A calm box that says what happened and what to do. A bad one is read out at once. */
export function Notice({ tone = 'bad', title, children, action }: NoticeProps) {
  const Icon = tone === 'bad' || tone === 'warn' ? IconAlertTriangle : IconInfoCircle;
  return (
    <Alert
      color={tone}
      variant="light"
      role={tone === 'bad' ? 'alert' : 'status'}
      icon={<Icon size={18} stroke={1.5} aria-hidden />}
      p="sm"
      styles={{ message: { color: 'var(--ink)' } }}
      {...(title === undefined ? {} : { title })}
    >
      <Group justify="space-between" gap="sm" wrap="wrap">
        <Text component="div" size="sm" flex="1 1 200px">
          {children}
        </Text>
        {action && (
          <Button variant="default" size="xs" onClick={action.run}>
            {action.label}
          </Button>
        )}
      </Group>
    </Alert>
  );
}
