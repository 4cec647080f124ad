import type { Words } from '../../phrases/lexicon.ts'

/**
 * What else stands around a request for a person and tells it from talk about persons. Classes that all languages share:
 * `expert` whom one may ask for by profession · `unit` a part of the company · `outsider` persons who are not the company's staff at a
 * desk (courier, family, neighbour) · `me`, `you`, `them` · `voice` calls and calling · `reply` answering · `come` · `now` · `later` a time
 * to come · `past` · `done` the matter is settled · `decline` no need, do not · `cancel` · `praise` · `rude` · `said` · `writing` rather in
 * writing · `ask` question words · `who` · `failing` the machine does not help · `enough` · `how` · `queue` · `number` · `product` things
 * and trades named after persons or machines · `reach` get hold of · `alive` what only a human being is or does.
 */
export type PersonCues = Words
