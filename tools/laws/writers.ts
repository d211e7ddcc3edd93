import { owners } from '#store/owners.ts';
import { codeFiles, offencesIn, withoutComments, type Law } from './law.ts';

const ownerOf = new Map<string, string>(Object.entries(owners));

const builder = String.raw`\b(?:insertInto|updateTable|deleteFrom|mergeInto)\(\s*['"\`](\w+)`;
const batch = String.raw`\binsertRows(?:<[^>]*>)?\(\s*[\w.]+,\s*['"](\w+)`;
const raw = String.raw`\b(?:insert\s+into|update|delete\s+from|merge\s+into)\s+(?:only\s+)?(?:public\.)?"?(\w+)"?(?=\s)`;
const write = new RegExp(`${builder}|${batch}|${raw}`, 'g');

/** One writer per table: anyone may read, only the owner named in store/owners.ts writes. Erasure goes through the store. */
export const oneWriterPerTable: Law = {
  name: 'one-writer-per-table',
  check: (tree) =>
    codeFiles(tree)
      .filter((file) => !/^(tools|bench)\/|^store\/erase-/.test(file))
      .flatMap((file) =>
        offencesIn(file, withoutComments(tree.read(file)), write, ([, built, batched, written]) => {
          const table = built ?? batched ?? written ?? '';
          const owner = ownerOf.get(table);
          return owner === undefined || file.startsWith(`${owner}/`)
            ? null
            : `writes ${table}, which belongs to ${owner}`;
        }),
      ),
};
