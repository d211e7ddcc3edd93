import { Anchor, Box, Button, Group, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { demoAccounts, signIn } from '#contract/centre.ts';
import { Mark } from '#ui/components/Mark.tsx';
import { Notice } from '#ui/components/Notice.tsx';
import { call, read } from './call.ts';
import { DemoAccounts } from './DemoAccounts.tsx';
import { setLanguage, useLanguage, useTexts } from './language.ts';
import { usePageTitle } from './page-title.ts';
import { regionBase } from './region-base.ts';
import { enter, sessionQuery } from './session.ts';
import classes from './SignIn.module.css';
import { useAct } from './use-act.ts';
import { useSentence } from './use-sentence.ts';

const route = getRouteApi('/sign-in');

/** Signs a person in and brings them to where they were going. */
function useEnter() {
  const { next } = route.useSearch();
  const queries = useQueryClient();
  const router = useRouter();
  const act = useAct();
  const go = async (login: string, password: string) => {
    const result = await act.run(() => call(signIn, { body: { login, password } }));
    if (result === null || !result.ok) return;
    queries.clear();
    queries.setQueryData(sessionQuery.queryKey, enter(result.value));
    router.history.push(next ?? `${regionBase}/console/`);
  };
  return { state: act.state, go };
}

function LanguageSwitch() {
  const language = useLanguage();
  const other = language === 'ru' ? 'en' : 'ru';
  return (
    <Button variant="subtle" size="xs" lang={other} onClick={() => setLanguage(other)}>
      {other === 'en' ? 'English' : 'Русский'}
    </Button>
  );
}

function SignInForm({ entering }: { entering: ReturnType<typeof useEnter> }) {
  const t = useTexts().console.signIn;
  const sentence = useSentence();
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [isChecked, setChecked] = useState(false);
  const { state } = entering;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (login.trim() !== '' && password !== '') void entering.go(login.trim(), password);
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        {state.status === 'failed' && <Notice title={t.failedTitle}>{sentence(state.failure)}</Notice>}
        <TextInput
          label={t.login}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
          withAsterisk={false}
          value={login}
          onChange={(event) => setLogin(event.currentTarget.value)}
          error={isChecked && login.trim() === '' ? t.loginEmpty : null}
        />
        <PasswordInput
          label={t.password}
          autoComplete="current-password"
          required
          withAsterisk={false}
          visibilityToggleButtonProps={{ 'aria-label': t.showPassword }}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          error={isChecked && password === '' ? t.passwordEmpty : null}
        />
        <Button type="submit" loading={state.status === 'running'}>
          {t.submit}
        </Button>
        <Text size="sm" c="dimmed">
          {t.forgot}
        </Text>
      </Stack>
    </form>
  );
}

function Brand() {
  const { product } = useTexts().console;
  return (
    <Group justify="space-between" mb="lg">
      <Group gap="sm" c="var(--brand)">
        <Mark size={32} />
        <Text fw={600} fz={22}>
          {product}
        </Text>
      </Group>
      <LanguageSwitch />
    </Group>
  );
}

/** The door of the console. */
export function SignIn() {
  const t = useTexts().console.signIn;
  usePageTitle(t.title);
  const entering = useEnter();
  const { why } = route.useSearch();
  const { data } = useQuery({
    queryKey: ['demo-accounts'],
    queryFn: () => read(demoAccounts, {}),
    retry: false,
  });
  const accounts = data?.accounts ?? [];
  return (
    <main className={classes['page']}>
      <div className={classes['box']} data-wide={accounts.length > 0}>
        <Box className={classes['side']}>
          <Brand />
          <Title order={1} mb={4}>
            {t.title}
          </Title>
          <Text c="dimmed" mb="lg">
            {t.lead}
          </Text>
          {why === 'expired' && (
            <Box mb="md">
              <Notice tone="brand">{t.expired}</Notice>
            </Box>
          )}
          <SignInForm entering={entering} />
          <Anchor href={`${regionBase}/`} size="sm" mt="lg" display="inline-block" underline="always">
            {t.resident}
          </Anchor>
        </Box>
        {accounts.length > 0 && (
          <DemoAccounts
            accounts={accounts}
            isBusy={entering.state.status === 'running'}
            choose={({ login, password }) => void entering.go(login, password)}
          />
        )}
      </div>
    </main>
  );
}
