import type { Law } from './law.ts';

/** Russian is the source; English is complete because its type is that of the Russian file. */
export const textsSpeakBothLanguages: Law = {
  name: 'texts-speak-both-languages',
  check: (tree) =>
    tree.files
      .filter((file) => /^texts\/(ru|en)\/[^/]+\.ts$/.test(file) && !file.endsWith('.test.ts'))
      .flatMap((file) => {
        const [, language, name = ''] = file.split('/');
        const other = `texts/${language === 'ru' ? 'en' : 'ru'}/${name}`;
        if (!tree.files.includes(other)) return [{ file, what: `${file} has no ${other}` }];
        const typed = language === 'ru' || /from '(\.\.\/ru|#texts\/ru)\//.test(tree.read(file));
        return typed ? [] : [{ file, what: `${file} is not typed by ${other}` }];
      }),
};
