import { Button, Divider, Menu, SegmentedControl, Stack, Text, useMantineColorScheme } from '@mantine/core';
import { IconChevronDown, IconLogout } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { signOut } from '#contract/centre.ts';
import { call, csrfToken, session } from './call.ts';
import { setLanguage, useLanguage, useTexts } from './language.ts';
import { useMe } from './session.ts';

function useSignOut() {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return async () => {
    await call(signOut, {});
    session.set('unknown');
    csrfToken.set(null);
    await navigate({ to: '/sign-in' });
    queries.clear();
  };
}

function Settings() {
  const t = useTexts().console.person;
  const language = useLanguage();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Stack gap="xs" px="sm" py="xs">
      <Text size="xs" c="dimmed" id="choose-theme">
        {t.theme}
      </Text>
      <SegmentedControl
        size="xs"
        aria-labelledby="choose-theme"
        value={colorScheme}
        onChange={(value) => setColorScheme(value === 'light' || value === 'dark' ? value : 'auto')}
        data={[
          { value: 'light', label: t.themeLight },
          { value: 'dark', label: t.themeDark },
          { value: 'auto', label: t.themeSystem },
        ]}
      />
      <Text size="xs" c="dimmed" id="choose-language">
        {t.language}
      </Text>
      <SegmentedControl
        size="xs"
        aria-labelledby="choose-language"
        value={language}
        onChange={(value) => setLanguage(value === 'en' ? 'en' : 'ru')}
        data={[
          { value: 'ru', label: 'Русский' },
          { value: 'en', label: 'English' },
        ]}
      />
    </Stack>
  );
}

/** Who is signed in, with what role and where; theme, language, the way out. */
export function PersonMenu() {
  const texts = useTexts();
  const t = texts.console.person;
  const { name, position, roles, scope } = useMe();
  const leave = useSignOut();
  const roleNames = roles.map((role) => texts.lifecycle.role[role]).join(', ');
  return (
    <Menu width={320} closeOnItemClick={false}>
      <Menu.Target>
        <Button
          variant="subtle"
          color="quiet"
          px="xs"
          rightSection={<IconChevronDown size={16} stroke={1.5} />}
        >
          <Text span size="sm" c="var(--ink)" truncate maw={{ base: 130, sm: 260 }}>
            {name}
          </Text>
          <Text span size="xs" c="dimmed" ml={8} visibleFrom="md" truncate maw={260}>
            {roleNames}
          </Text>
          <span className="visually-hidden">{t.menu}</span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Stack gap={2} p="sm">
          <Text fw={600}>{name}</Text>
          {position !== null && <Text size="sm">{position}</Text>}
          <Text size="sm" c="dimmed">
            {roleNames}
          </Text>
          <Text size="sm" c="dimmed">
            {scope.length === 0 ? t.wholeRegion : t.scope(scope.join(', '))}
          </Text>
        </Stack>
        <Divider />
        <Settings />
        <Divider />
        <Menu.Item leftSection={<IconLogout size={16} stroke={1.5} />} onClick={() => void leave()}>
          {t.signOut}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
