import { Button, Center, Container, Skeleton, Stack, Title } from '@mantine/core';
import { Link, useRouter, type ErrorComponentProps } from '@tanstack/react-router';
import { Notice } from '#ui/components/Notice.tsx';
import { CallFailed } from './call.ts';
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

/** A section that could not be shown: the call failed, or we made a mistake. */
export function Broken({ error, reset }: ErrorComponentProps) {
  const { failed } = useTexts().console;
  const sentence = useSentence();
  const router = useRouter();
  const retry = () => {
    reset();
    void router.invalidate();
  };
  const isCall = error instanceof CallFailed;
  return (
    <Container component="main" size="sm" py="xl">
      <Stack>
        <Title order={1}>{isCall ? failed.titleLoad : failed.broken}</Title>
        <Notice
          action={
            isCall
              ? { label: failed.retry, run: retry }
              : { label: failed.reload, run: () => location.reload() }
          }
        >
          {isCall ? sentence(error.failure) : failed.brokenText}
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
