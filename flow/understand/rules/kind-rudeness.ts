import type { Word, Words } from './words.ts';

/** Stems of abuse, from the beginning of a word, folded. Words that only begin so («художник», «манда́т») are left out below. */
const abuse =
  /^(?:(?:на|по|о|за|ни|до|при|от|у|с|вы|пере|рас)?х[уy][йеияю]|(?:на|по|за|от|вы|под|с|рас|о)?(?:ъ|ь)?[её]б(?:а|л|у|и|н|е[тшм]|$)|долбо[её]б|бля(?:д|т|$|х)|пизд|с?пизж|муда|мудо|муде|залуп|говн|дерьм|жоп|сука$|суки$|суке$|сучар|сучк[аи]$|тварь|твари$|тварей|урод(?:ы|ов|ам|ина|ки)?$|дебил|идиот|кретин|придур|даун(?:ы|ов)?$|имбецил|дегенерат|козлы?$|козлов$|козлам$|сволоч|мраз|ублюд|ничтожеств|гнид|падл|скотин|скоты$|паразит[ыа]?$|ворье|ворюг|жулик|негодя|подонк|чмо|лохи?$|быдл|дармоед|тунеяд|бездельник|бестолоч|тупиц|тупые$|тупорыл|безмозгл|болван|кровопийц|мерзав|подлец|хапуг|зажрав|зажрал|охренел|охуе|офигел|обнаглел|балабол|пустозвон|клоун(?:ы|ов)?$|чинуш|бестолоч|хамл|охамел|нахлебник|наглец|обнагле|заманал|задолбал|заколебал|достали$|баран[ыо]?в?$|скот(?:ы|ов|ина)$|дармое|кретин|гад(?:ы|ов)$|сдохн)/;
const notAbuse = /^(?:хуж|худ|еба(?:ка|нос)|мандат|пиздж|говно?воз|чмок|жопорез|сучков|ублюдоч)/;

const known = new WeakMap<Word, boolean>();

function isAbusive(word: Word): boolean {
  const told = known.get(word);
  if (told !== undefined) return told;
  const { text } = word;
  const is = !word.isNumber && text.length > 2 && abuse.test(text) && !notAbuse.test(text);
  known.set(word, is);
  return is;
}

/** Whether the text holds abuse of anybody. The facts beside it count all the same: this is no kind of message. */
export const isRude = (words: Words): boolean => words.list.some(isAbusive);
