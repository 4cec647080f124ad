import { type CSSVariablesResolver, createTheme, defaultVariantColorsResolver, type MantineColorsTuple, Menu } from '@mantine/core'

const person: MantineColorsTuple = ['#fbf3f8', '#f7eaf2', '#ebd3e1', '#dcb3cc', '#c583aa', '#a8568a', '#8b3a6b', '#71234f', '#571a3c', '#35102a']
/** The library's own greys, in our warm ground. */
const gray: MantineColorsTuple = ['#f8f6f3', '#efebe7', '#e6e1dc', '#dbd4ce', '#cdc5be', '#aaa09d', '#8d8285', '#6b6063', '#544a4d', '#231d1f']
const dark: MantineColorsTuple = ['#f1ebeb', '#c8bdc0', '#a5999c', '#84787c', '#52484c', '#352f32', '#292426', '#1f1b1d', '#1a1718', '#151213']

/** The component library in our colours: one accent, for whatever a person does or may do. */
export const theme = createTheme({
  fontFamily: 'var(--font)',
  headings: { fontFamily: 'var(--font)', fontWeight: '600' },
  primaryColor: 'person',
  primaryShade: { light: 7, dark: 4 },
  colors: { person, gray, dark },
  defaultRadius: 'md',
  fontSizes: { xs: '12px', sm: '13.5px', md: '14.5px', lg: '17px', xl: '20px' },
  focusRing: 'auto',
  cursorType: 'pointer',
  respectReducedMotion: true,
  autoContrast: true,
  components: {
    // A menu holds nothing but what can be chosen, the keyboard begins at the first of it, and it belongs to the main part of the page.
    Menu: Menu.extend({ defaultProps: { withInitialFocusPlaceholder: false, portalProps: { target: '#main' } } }),
  },
  // The library reckons the contrast when it draws; the token follows a system that turns dark while the button stands.
  variantColorResolver: (input) => {
    const colours = defaultVariantColorsResolver(input)
    return input.variant === 'filled' && (input.color ?? 'person') === 'person' ? { ...colours, color: 'var(--on-person)' } : colours
  },
})

/** Mantine's own surfaces follow our tokens in both schemes. */
export const tokensForMantine: CSSVariablesResolver = () => {
  const shared = {
    '--mantine-color-body': 'var(--canvas)',
    '--mantine-color-text': 'var(--ink)',
    '--mantine-color-dimmed': 'var(--ink-3)',
    '--mantine-color-placeholder': 'var(--ink-3)',
    '--mantine-color-default': 'var(--surface)',
    '--mantine-color-default-hover': 'var(--hover)',
    '--mantine-color-default-border': 'var(--line-strong)',
    '--mantine-color-default-color': 'var(--ink)',
    '--mantine-color-anchor': 'var(--person)',
    '--mantine-color-error': 'var(--lost)',
    '--mantine-primary-color-filled': 'var(--person)',
    '--mantine-primary-color-filled-hover': 'var(--person-hover)',
    '--mantine-primary-color-contrast': 'var(--on-person)',
    '--mantine-color-person-filled': 'var(--person)',
    '--mantine-color-person-filled-hover': 'var(--person-hover)',
    '--mantine-color-person-light': 'var(--person-tint)',
    '--mantine-color-person-light-hover': 'var(--person-tint-2)',
    '--mantine-color-person-light-color': 'var(--person)',
    '--mantine-color-person-outline': 'var(--person)',
  }
  return { variables: {}, light: shared, dark: shared }
}
