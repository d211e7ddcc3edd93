import { Text, Title } from '@mantine/core';
import type { demoAccounts } from '#contract/centre.ts';
import type { SuccessOf } from '#contract/endpoint.ts';
import { useTexts } from './language.ts';
import classes from './SignIn.module.css';

type Account = SuccessOf<typeof demoAccounts>['accounts'][number];

export interface DemoAccountsProps {
  readonly accounts: readonly Account[];
  readonly isBusy: boolean;
  readonly choose: (account: Account) => void;
}

/** People of the practice region: one press signs in as one of them. */
export function DemoAccounts({ accounts, isBusy, choose }: DemoAccountsProps) {
  const texts = useTexts();
  const t = texts.console.signIn;
  return (
    <section className={classes['demo']} aria-labelledby="demo-accounts">
      <Title order={2} id="demo-accounts" mb={4}>
        {t.demoTitle}
      </Title>
      <Text c="dimmed" size="sm" mb="md">
        {t.demoLead}
      </Text>
      <ul className={classes['accounts']}>
        {accounts.map((account) => (
          <li key={account.login}>
            <button
              type="button"
              className={classes['account']}
              disabled={isBusy}
              onClick={() => choose(account)}
            >
              <span>{account.name}</span>
              <span className={classes['position']}>{account.position}</span>
              <span className={classes['role']}>{texts.lifecycle.role[account.role]}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
