import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** A decision as the list shows it. */
interface Decision {
  readonly file: string;
  readonly number: string;
  readonly title: string;
  readonly standing: string;
}

const folder = 'docs/adr';

/**
 * `docs/adr/README.md`: every decision with its title and standing, read from the files themselves.
 *
 * @throws when a file does not begin with `# NNNN. Title` and a line that says how it stands
 */
export function decisionsPage(root: string): string {
  const rows = readdirSync(path.join(root, folder))
    .filter((file) => /^\d{4}-[\w-]+\.md$/.test(file))
    .sort()
    .map((file) => readDecision(file, readFileSync(path.join(root, folder, file), 'utf8')))
    .map(({ file, number, title, standing }) => `| ${number} | [${title}](${file}) | ${standing} |`);
  return `# Decisions

One page each: context, decision, alternatives, consequences with what is worse because of it, and how we shall know that it
was wrong. A decision that is no longer true is not edited: a new one replaces it and both say so.

This list is printed from the pages by \`npm run print\`.

| number | decision | stands |
| --- | --- | --- |
${rows.join('\n')}
`;
}

function readDecision(file: string, text: string): Decision {
  const [, number = '', title = ''] = /^# (\d{4})\. (.+)$/m.exec(text) ?? [];
  const [, standing = ''] = /^\n(Accepted|Replaced by .+?)[.,]/m.exec(text) ?? [];
  if (number === '' || !file.startsWith(`${number}-`) || standing === '')
    throw new Error(`${folder}/${file} must begin with "# NNNN. Title" and say how it stands`);
  return { file, number, title, standing };
}
