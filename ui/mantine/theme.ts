import {
  Badge,
  Button,
  Checkbox,
  createTheme,
  defaultVariantColorsResolver,
  Menu,
  Modal,
  NativeSelect,
  PasswordInput,
  Select,
  Switch,
  Textarea,
  TextInput,
  Tooltip,
  type CSSVariablesResolver,
  type MantineColorsTuple,
  type TextInputProps,
} from '@mantine/core';

/** Tones a screen may speak in: names of ui/tokens.css. `quiet` says nothing in particular. */
export const tones = ['brand', 'good', 'warn', 'bad', 'quiet'] as const;
export type Tone = (typeof tones)[number];

/** Mantine wants ten shades; ours come from the tokens, so every shade is the token itself. */
const shades = (token: string): MantineColorsTuple => {
  const shade = `var(--${token})`;
  return [shade, shade, shade, shade, shade, shade, shade, shade, shade, shade];
};

const toneToken: Readonly<Record<Tone, { readonly ink: string; readonly soft: string }>> = {
  brand: { ink: 'var(--brand)', soft: 'var(--brand-soft)' },
  good: { ink: 'var(--good)', soft: 'var(--good-soft)' },
  warn: { ink: 'var(--warn)', soft: 'var(--warn-soft)' },
  bad: { ink: 'var(--bad)', soft: 'var(--bad-soft)' },
  quiet: { ink: 'var(--ink-quiet)', soft: 'var(--raised)' },
};

const variablesOf = (tone: Tone): Record<string, string> => {
  const { ink, soft } = toneToken[tone];
  return {
    [`--mantine-color-${tone}-filled`]: ink,
    [`--mantine-color-${tone}-filled-hover`]: tone === 'brand' ? 'var(--brand-strong)' : ink,
    [`--mantine-color-${tone}-light`]: soft,
    [`--mantine-color-${tone}-light-hover`]: `color-mix(in srgb, ${soft} 88%, var(--ink))`,
    [`--mantine-color-${tone}-light-color`]: ink,
    [`--mantine-color-${tone}-outline`]: ink,
    [`--mantine-color-${tone}-outline-hover`]: soft,
    [`--mantine-color-${tone}-text`]: ink,
  };
};

const surfaces: Record<string, string> = {
  '--mantine-color-body': 'var(--paper)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-bright': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--ink-quiet)',
  '--mantine-color-placeholder': 'var(--ink-quiet)',
  '--mantine-color-anchor': 'var(--brand)',
  '--mantine-color-error': 'var(--bad)',
  '--mantine-color-default': 'var(--paper)',
  '--mantine-color-default-hover': 'var(--raised)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--line-strong)',
  '--mantine-color-disabled': 'var(--line)',
  '--mantine-color-disabled-color': 'var(--ink-quiet)',
  '--mantine-color-disabled-border': 'var(--line)',
};

/** The tokens decide every colour, in light and in dark alike: Mantine only asks them. */
export const cssVariablesResolver: CSSVariablesResolver = () => {
  const scheme = Object.fromEntries(
    [surfaces, ...tones.map(variablesOf)].flatMap((variables) => Object.entries(variables)),
  );
  return { variables: {}, light: scheme, dark: scheme };
};

const plainLabel: Pick<TextInputProps, 'labelProps' | 'inputWrapperOrder'> = {
  labelProps: { fw: 500 },
  inputWrapperOrder: ['label', 'description', 'input', 'error'],
};

export const theme = createTheme({
  primaryColor: 'brand',
  primaryShade: 8,
  autoContrast: true,
  colors: {
    brand: shades('brand'),
    good: shades('good'),
    warn: shades('warn'),
    bad: shades('bad'),
    quiet: shades('ink-quiet'),
    // What Mantine paints menus, windows and hairlines with in the dark; it computes with these, so they are values.
    dark: [
      '#e8edf2',
      '#c3ced9',
      '#a9b5c1',
      '#7d8b99',
      '#2c3742',
      '#232d37',
      '#1a222b',
      '#12181f',
      '#0f141a',
      '#0b0f14',
    ],
  },
  variantColorResolver: (input) => {
    const base = defaultVariantColorsResolver(input);
    return input.variant === 'filled' ? { ...base, color: 'var(--on-brand)' } : base;
  },
  fontFamily: 'var(--font)',
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, Consolas, monospace',
  headings: {
    fontFamily: 'var(--font)',
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '1.375rem', lineHeight: '1.3' },
      h2: { fontSize: '1rem', lineHeight: '1.4' },
      h3: { fontSize: '0.875rem', lineHeight: '1.4' },
    },
  },
  fontSizes: { xs: '0.75rem', sm: '0.875rem', md: '0.875rem', lg: '1rem', xl: '1.125rem' },
  spacing: { xs: '4px', sm: '8px', md: '16px', lg: '24px', xl: '32px' },
  radius: { xs: '4px', sm: '8px', md: '8px', lg: '8px', xl: '16px' },
  defaultRadius: 'sm',
  respectReducedMotion: true,
  focusRing: 'auto',
  components: {
    Button: Button.extend({
      defaultProps: { size: 'sm' },
      vars: (_, { size }) =>
        size === undefined || size === 'sm'
          ? { root: { '--button-height': 'var(--control)', '--button-padding-x': '14px' } }
          : { root: {} },
    }),
    Badge: Badge.extend({
      defaultProps: { variant: 'light', tt: 'none', fw: 500, radius: 'xs', size: 'md' },
    }),
    TextInput: TextInput.extend({ defaultProps: plainLabel }),
    PasswordInput: PasswordInput.extend({ defaultProps: plainLabel }),
    Textarea: Textarea.extend({
      defaultProps: { ...plainLabel, autosize: true, minRows: 2, maxRows: 14 },
    }),
    NativeSelect: NativeSelect.extend({ defaultProps: plainLabel }),
    Select: Select.extend({
      // A form that takes the focus to its first field would be covered by the list of it.
      defaultProps: { ...plainLabel, searchable: true, openOnFocus: false, comboboxProps: { shadow: 'md' } },
    }),
    Checkbox: Checkbox.extend({ defaultProps: { size: 'sm' } }),
    Switch: Switch.extend({ defaultProps: { size: 'sm', withThumbIndicator: false } }),
    Menu: Menu.extend({ defaultProps: { shadow: 'md', position: 'bottom-end' } }),
    Modal: Modal.extend({ defaultProps: { centered: true, overlayProps: { backgroundOpacity: 0.5 } } }),
    Tooltip: Tooltip.extend({
      defaultProps: { openDelay: 400, events: { hover: true, focus: true, touch: false } },
    }),
  },
});
