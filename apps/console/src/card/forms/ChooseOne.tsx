import { Radio, SimpleGrid } from '@mantine/core';

export interface ChooseOneProps<T extends string> {
  readonly label: string;
  readonly options: readonly T[];
  readonly words: Readonly<Record<T, string>>;
  readonly value: T | null;
  readonly choose: (value: T | null) => void;
}

/** One of a short list, all in sight. */
export function ChooseOne<T extends string>({ label, options, words, value, choose }: ChooseOneProps<T>) {
  return (
    <Radio.Group
      label={label}
      value={value ?? ''}
      onChange={(chosen) => choose(options.find((option) => option === chosen) ?? null)}
    >
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing={6} mt={6}>
        {options.map((option) => (
          <Radio key={option} value={option} label={words[option]} />
        ))}
      </SimpleGrid>
    </Radio.Group>
  );
}
