import { Button, Center, Container, Skeleton, Stack, Title } from '@mantine/core';
import { Link, useRouter, type ErrorComponentProps } from '@tanstack/react-router';
import { Notice } from '#ui/components/Notice.tsx';
import { CallFailed, type CallFailure } from './call.ts';
import { useTexts } from './language.ts';
import { useSentence } from './use-sentence.ts';

/** Shown while a section is on its way. */
export function Waiting() {
  const { loading } = useTexts().console;
  return (
    <Stack p="md" gap="sm" role="status" aria-label={loading}>
      <Skeleton h={24} w="40%" />
      <Skeleton h={56} />
      <Skeleton h={56} />
      <Skeleton h={56} />
    </Stack>
  );
}

/** What stopped a section: a call, a lost connection that kept its code away, or a mistake of ours (`null`). */
function failureBehind(error: unknown): CallFailure | null {
  if (error instanceof CallFailed) return error.failure;
  return navigator.onLine ? null : { code: 'no_connection' };
}

/** A section that could not be shown: the call failed, or we made a mistake. */
export function Broken({ error, reset }: ErrorComponentProps) {
  const { failed } = useTexts().console;
  const sentence = useSentence();
  const router = useRouter();
  const failure = failureBehind(error);
  const retry = () => {
    reset();
    void router.invalidate();
  };
  return (
    <Container size="sm" py="xl">
      <Stack>
        <Title order={1}>{failure === null ? failed.broken : failed.titleLoad}</Title>
        <Notice
          action={
            failure === null
              ? { label: failed.reload, run: () => location.reload() }
              : { label: failed.retry, run: retry }
          }
        >
          {failure === null ? failed.brokenText : sentence(failure)}
        </Notice>
      </Stack>
    </Container>
  );
}

export function NotFound() {
  const { failed } = useTexts().console;
  return (
    <Center component="main" mih={320} p="md">
      <Stack align="center" ta="center">
        <Title order={1}>{failed.notFound}</Title>
        <p>{failed.notFoundText}</p>
        <Button component={Link} to="/">
          {failed.toStart}
        </Button>
      </Stack>
    </Center>
  );
}

/** A person whose roles open no section of the console. */
export function NoSection() {
  const { failed } = useTexts().console;
  return (
    <Container size="sm" py="xl">
      <Title order={1}>{failed.noAccess}</Title>
      <p>{failed.noAccessText}</p>
    </Container>
  );
}
