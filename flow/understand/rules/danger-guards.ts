/** A word of these right before a named word denies it. */
export const deniers = 'не ни никакого никакой никаких';
/** These within three words after or before say that the danger is over or absent. */
export const endings =
  'нет нету отсутствует отсутствуют устранили устранен устранена устранено прекратился исчез закрыли починили потушили потушен ликвидировали ликвидирован убрали заделали обнаружено подтвердился подтвердилось заменили спилили';
/** These before the named words, within four words, make it a condition or a story of the past. */
export const conditions =
  'если когда-нибудь вдруг раньше прошлом прошлый позапрошлом якобы чтобы чтоб случае книге фильме учения учебный';
/** Right before or after: it was. */
export const pastMarks = 'был была было были случился произошел назад';
