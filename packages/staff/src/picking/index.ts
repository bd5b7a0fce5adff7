/** Choosing one of many by its words; brings React Aria, so it is loaded when somebody chooses. */
export { CategoryPick, type PickedCategory } from './category-pick.tsx';
export { OrganisationField } from './organisation-field.tsx';
export { OrganisationPick, type PickedOrganisation } from './organisation-pick.tsx';
export { PickedField } from './picked-field.tsx';
export { RegionPick, type PickedRegion } from './region-pick.tsx';
