/** The box grows with what is typed, so that a long story is seen whole. Once pulled by hand, it obeys the hand. */
export function growWithText(area: HTMLTextAreaElement): void {
  const fit = () => {
    area.style.height = 'auto';
    area.style.height = `${area.scrollHeight + area.offsetHeight - area.clientHeight}px`;
  };
  area.addEventListener('input', fit);
  if (area.value !== '') fit();
}
