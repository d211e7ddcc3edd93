import { problemStates, resolutions } from '#kernel/appeal.ts';
import { roles } from '#kernel/role.ts';
import { permissions } from '#centre/rules/access.ts';
import { actionNames, actions, openStages, stages, type ActionRule } from '#flow/work/rules/lifecycle.ts';
import { problemMoves, stateAfter } from '#flow/work/rules/problem.ts';
import { waitsOn } from '#flow/work/rules/waits-on.ts';
import { lifecycle as words } from '#texts/ru/lifecycle.ts';

const code = (name: string): string => `\`${name}\``;
const codes = (names: readonly string[]): string => names.map(code).join(', ') || '—';

/** Who may take the action: members of staff by permission, and the machine, the resident or a clock. */
function whoMay({ permission, movers }: ActionRule): string {
  const allowed = permission === null ? [] : permissions[permission];
  const staff = typeof allowed === 'string' ? [allowed] : allowed;
  return [...staff, ...movers.map((mover) => `_${mover}_`)].join(', ');
}

function stageTable(): string {
  const open = new Set<string>(openStages);
  return stages
    .map((stage) => {
      const leave = actionNames.filter((name) => (actions[name].from as readonly string[]).includes(stage));
      const waits = roles.filter((role) => waitsOn[role].includes(stage));
      return `| ${code(stage)} | ${words.stage[stage]} | ${open.has(stage) ? 'yes' : 'no'} | ${waits.join(', ') || '—'} | ${codes(leave)} |`;
    })
    .join('\n');
}

const actionTable = (): string =>
  actionNames
    .map((name) => {
      const rule: ActionRule = actions[name];
      return `| ${code(name)} | ${codes(rule.from)} | ${code(rule.to)} | ${whoMay(rule)} | ${rule.needsReason ? 'yes' : ''} |`;
    })
    .join('\n');

const problemTable = (): string =>
  problemStates
    .map((state) => `| ${code(state)} | ${words.problem[state]} | ${codes(problemMoves[state])} |`)
    .join('\n');

const resolutionTable = (): string =>
  resolutions
    .map((one) => {
      const after = stateAfter[one];
      return `| ${code(one)} | ${words.resolution[one]} | ${after === null ? 'nothing changes' : code(after)} |`;
    })
    .join('\n');

/** `docs/lifecycle.md`, from the tables the acts themselves read. */
export function lifecyclePage(): string {
  return `# The life of a case

Three things are known of a case, and no field mixes them: where it stands in **our work** (the stage), what **we told**
the resident (\`none\`, \`interim\`, \`final\`), and what **happened in the world** (the state of the problem, shared by
everyone who reported it).

This page is printed from \`flow/work/rules/lifecycle.ts\`, \`flow/work/rules/problem.ts\`, \`flow/work/rules/waits-on.ts\` and
\`centre/rules/access.ts\` by \`npm run print\`.

## Stages

| stage | in the console | the centre owes something | waits on | ways out |
| --- | --- | --- | --- | --- |
${stageTable()}

A case is closed as ${Object.entries(words.closedAs)
    .map(([name, said]) => `${code(name)} (${said})`)
    .join(', ')}. A case closed as \`no_reply\` is never counted as solved.

## Actions

Staff by role; in italics those who are not staff: the machine that understood the message, the resident, a clock.

| action | from | to | who | reason required |
| --- | --- | --- | --- | --- |
${actionTable()}

## What happened in the world

The state belongs to the problem, so one fix answers all who reported it. Silence is no state: a problem nobody confirmed
stays \`fixed_reported\`.

| state | in the console | may become |
| --- | --- | --- |
${problemTable()}

A final answer says what happened by its result:

| result | in the console | the problem becomes |
| --- | --- | --- |
${resolutionTable()}

\`scheduled\` with a sum of money makes the problem \`needs_money\` and asks for a day to come back to it.
`;
}
