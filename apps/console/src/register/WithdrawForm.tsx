import { withdrawRule } from '#contract/register.ts';
import { call } from '../app/call.ts';
import { useTexts } from '../app/language.ts';
import { ReasonForm } from '../app/ReasonForm.tsx';
import { useRegisterChanged, type Rule } from './use-register.ts';

/** A rule is taken out of force with a reason that the register keeps. */
export function WithdrawForm({ rule, close }: { rule: Rule; close: () => void }) {
  const { register: t } = useTexts();
  const changed = useRegisterChanged();
  return (
    <ReasonForm<typeof withdrawRule>
      label={t.withdrawReason}
      hint={t.withdrawHint}
      submitLabel={t.withdrawSubmit}
      color="bad"
      run={(reason) => call(withdrawRule, { params: { ruleId: rule.ruleId }, body: { reason } })}
      done={() => {
        close();
        changed();
      }}
      cancel={close}
    />
  );
}
