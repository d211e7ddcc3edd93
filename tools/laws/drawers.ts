import { codeFiles, withoutComments, type Law } from './law.ts';

const drawer = /(^|[./-])(utils?|helpers?|common|manager|services?|misc|shared|constants)(?=$|[./-])/i;

/** A name that fits everything ends up holding everything. */
export const noGenericDrawers: Law = {
  name: 'no-generic-drawers',
  check: (tree) =>
    tree.files.flatMap((file) => {
      const [, , word] = drawer.exec(file) ?? [];
      return word === undefined
        ? []
        : [{ file, what: `${file} is called "${word}": name it for what it does` }];
    }),
};

/** Re-exports hide where a thing lives. channels/index.ts is the list of channels itself. */
export const noBarrels: Law = {
  name: 'no-barrels',
  check: (tree) =>
    codeFiles(tree)
      .filter((file) => file !== 'channels/index.ts')
      .filter(
        (file) =>
          /(^|\/)index\.tsx?$/.test(file) ||
          /^\s*export\s+(type\s+)?(\*|\{[^}]*\})\s*(as \w+ )?from\b/m.test(withoutComments(tree.read(file))),
      )
      .map((file) => ({ file, what: `${file} passes on what lives elsewhere` })),
};
