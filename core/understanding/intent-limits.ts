/** Bounds of an account's matters: a model's size is its features times its intents. Here, as the browser checks them too. */
export const mostIntents = 300
export const mostSetExamples = 20_000
export const mostSetBytes = 10_000_000
/** All settings in one file: the matters and their examples are the bulk of it. */
export const mostSettingsBytes = mostSetBytes * 2

/** Examples under this name belong to none of the account's matters: beside them it learns what lies outside. */
export const noMatter = 'oos'
