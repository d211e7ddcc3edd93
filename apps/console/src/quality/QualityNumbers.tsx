import { writeNumber } from '#texts/number.ts';
import { useLanguage, useTexts } from '../app/language.ts';
import figureClasses from '../figures/Figures.module.css';
import { percentWords, type Quality, type Share } from './shares.ts';

const WANTED_ALONE = 0.95;

interface NumberProps {
  readonly label: string;
  readonly value: Share;
  readonly hint: string;
  readonly tone?: 'good' | 'bad' | undefined;
}

function BigNumber({ label, value, hint, tone }: NumberProps) {
  const { quality: t } = useTexts();
  const language = useLanguage();
  const percent = percentWords(value, language);
  return (
    <li className={figureClasses['figure']}>
      <span>{label}</span>
      <span className={figureClasses['number']} data-tone={tone}>
        {percent === null ? '—' : t.percent(percent)}
      </span>
      <span className={figureClasses['quiet']}>{percent === null ? t.noShare : hint}</span>
    </li>
  );
}

/** Five shares, each with what it is a share of. */
export function QualityNumbers({ value }: { value: Quality }) {
  const { quality: t } = useTexts();
  const language = useLanguage();
  const write = (n: number): string => writeNumber(n, language);
  const { right, amongThree, alone, rightAlone, corrected, checked } = value;
  const checkedPercent = percentWords(checked, language);
  return (
    <section aria-labelledby="quality-five" className={figureClasses['whole']}>
      <h2 id="quality-five" className="visually-hidden">
        {t.five}
      </h2>
      <ul className={figureClasses['five']}>
        <BigNumber label={t.right} value={right} hint={t.rightHint(write(right.n), write(right.of))} />
        <BigNumber label={t.amongThree} value={amongThree} hint={t.amongThreeHint} />
        <BigNumber label={t.alone} value={alone} hint={t.aloneHint(write(alone.n), write(alone.of))} />
        <BigNumber
          label={t.rightAlone}
          value={rightAlone}
          hint={t.rightAloneHint}
          tone={toneOf(rightAlone)}
        />
        <BigNumber label={t.corrected} value={corrected} hint={t.correctedHint(write(corrected.n))} />
      </ul>
      {checkedPercent !== null && (
        <p className={figureClasses['quiet']} style={{ margin: 0 }}>
          {t.checked(checkedPercent)} {t.byWhen}
        </p>
      )}
    </section>
  );
}

const toneOf = ({ share }: Share): 'good' | 'bad' | undefined =>
  share === null ? undefined : share >= WANTED_ALONE ? 'good' : 'bad';
