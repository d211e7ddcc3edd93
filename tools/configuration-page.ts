import { settings } from '#house/config.ts';

/** `docs/configuration.md`, from the table the server itself reads. */
export function configurationPage(): string {
  const rows = Object.entries(settings).map(([name, spec]) => {
    const preset =
      spec.preset === null ? ('presetMeans' in spec && spec.presetMeans) || 'none' : `\`${spec.preset}\``;
    return `| \`${name}\` | ${preset} | ${spec.means} | It must ${spec.must.replaceAll('|', '\\|')}. |`;
  });
  return `# Configuration

Every setting is an environment variable; an empty one counts as not set. With none at all, \`npm start\` runs on the
bundled PostgreSQL with an invented region. The server reads them once at start and reports every fault together.

This page is printed from the code by \`npm run print\`.

| setting | when not set | what it means | what it may be |
| --- | --- | --- | --- |
${rows.join('\n')}

## A database of your own

1. Make two roles and a database: \`create role otklik_owner login password '…'; create role otklik_app login password '…';
   create database otklik owner otklik_owner;\`
2. Set \`DATABASE_OWNER_URL\` to the first role, \`DATABASE_URL\` to the second, and \`OTKLIK_SECRET\`.
3. Start. The owner makes the tables and gives the application rows, nothing more: row-level security holds because the
   application owns nothing, so a superuser or the owner is refused as \`DATABASE_URL\`.
`;
}
