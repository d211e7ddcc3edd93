import { Badge, Group, Text } from '@mantine/core';
import { Panel } from '#ui/components/Panel.tsx';
import { useTexts } from '../app/language.ts';
import classes from './Card.module.css';
import { markText } from './marked-text.ts';
import { useOpenCard } from './use-card.ts';
import { wordingMarks } from './wording-words.ts';

/** The resident's own words, personal data masked, deciding words highlighted. */
export function MarkedWords({
  text,
  topic,
  danger,
}: {
  text: string;
  topic: readonly string[];
  danger: readonly string[];
}) {
  return (
    <p className={classes['words']}>
      {markText(text, topic, danger).map(({ as, text: part }, index) => {
        switch (as) {
          case 'plain':
            return part;
          case 'masked':
            return (
              <span key={index} className={classes['masked']}>
                {part}
              </span>
            );
          default:
            return (
              <mark key={index} data-as={as}>
                {part}
              </mark>
            );
        }
      })}
    </p>
  );
}

export function WordsPanel() {
  const { card: cardTexts, wording } = useTexts();
  const { words: t } = cardTexts;
  const { text, maskedKinds, understanding } = useOpenCard().card;
  const marks = wordingMarks(understanding, wording);
  const kinds = maskedKinds.map((kind) => t.maskedKinds[kind] ?? t.maskedOther);
  return (
    <Panel level={3} title={t.title}>
      {marks.length > 0 && (
        <Group gap={6} mb={6}>
          {marks.map((mark) => (
            <Badge key={mark} color="quiet">
              {mark}
            </Badge>
          ))}
        </Group>
      )}
      {text.trim() === '' ? (
        <Text c="dimmed">{t.empty}</Text>
      ) : (
        <MarkedWords text={text} topic={understanding.topicWords} danger={understanding.dangerWords} />
      )}
      {kinds.length > 0 && (
        <Text size="xs" c="dimmed" mt={6}>
          {t.masked([...new Set(kinds)].join(', '))}
        </Text>
      )}
    </Panel>
  );
}
