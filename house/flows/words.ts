const day = new Intl.DateTimeFormat('ru-RU', {
  timeZone: 'UTC',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});

/** A day of letters, such as «12 мая 2026 г.». @param date YYYY-MM-DD */
export const dayInWords = (date: string): string => day.format(new Date(`${date}T00:00:00Z`));

/** A moment of letters in the region's zone: «12 мая, 18:00». */
export const momentInWords = (at: Date, zone: string): string =>
  new Intl.DateTimeFormat('ru-RU', {
    timeZone: zone,
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
  }).format(at);
