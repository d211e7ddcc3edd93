import { writeNumber } from '#texts/number.ts';
import { useLanguage, useTexts } from '../app/language.ts';
import figureClasses from '../figures/Figures.module.css';
import classes from './Quality.module.css';
import { FEW, percentWords, type Quality } from './shares.ts';

/** What the machine promised by its confidence, and what came true. */
export function Calibration({ bands }: { bands: Quality['bands'] }) {
  const { quality: t } = useTexts();
  const language = useLanguage();
  const percent = (share: number | null): string => {
    const words = percentWords({ share }, language);
    return words === null ? '—' : t.percent(words);
  };
  return (
    <section className={figureClasses['section']} aria-labelledby="quality-bands">
      <h2 id="quality-bands" className={figureClasses['heading']}>
        {t.bands}
      </h2>
      <p className={figureClasses['quiet']} style={{ margin: 0 }}>
        {t.bandsLead}
      </p>
      <table className={figureClasses['rows']}>
        <thead>
          <tr>
            <th scope="col">{t.bandConfidence}</th>
            <th scope="col">{t.bandPromised}</th>
            <th scope="col">{t.bandKept}</th>
            <th scope="col">{t.support}</th>
          </tr>
        </thead>
        <tbody>
          {bands.map(({ from, to, promised, kept }) => (
            <tr key={from} className={classes['band']} data-thin={kept.of < FEW || undefined}>
              <th scope="row">{t.bandRange(Math.round(from * 100), Math.round(to * 100))}</th>
              <td>{percent(promised)}</td>
              <td>{percent(kept.share)}</td>
              <td>{writeNumber(kept.of, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** How often people corrected each thing the machine judges, in the period. */
export function CorrectedFields({ fields }: { fields: Quality['fields'] }) {
  const { quality: t } = useTexts();
  const language = useLanguage();
  const sums = [...Map.groupBy(fields, ({ field }) => field)].map(([field, own]) => ({
    field,
    changed: own.reduce((sum, one) => sum + one.changed, 0),
    filled: own.reduce((sum, one) => sum + one.filled, 0),
  }));
  if (sums.length === 0) return null;
  return (
    <section className={figureClasses['section']} aria-labelledby="quality-fields">
      <h2 id="quality-fields" className={figureClasses['heading']}>
        {t.fields}
      </h2>
      <p className={figureClasses['quiet']} style={{ margin: 0 }}>
        {t.fieldsLead}
      </p>
      <table className={figureClasses['rows']}>
        <thead>
          <tr>
            <th scope="col">{t.field}</th>
            <th scope="col">{t.changed}</th>
            <th scope="col">{t.filled}</th>
          </tr>
        </thead>
        <tbody>
          {sums.map(({ field, changed, filled }) => (
            <tr key={field}>
              <th scope="row">{t.fieldNames[field]}</th>
              <td>{writeNumber(changed, language)}</td>
              <td>{writeNumber(filled, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
