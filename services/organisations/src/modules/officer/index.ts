export { type EndPostInput, endPost } from './end-post.ts';
export { OfficerEntity, PostEntity } from './entity.ts';
export { type GrantPostInput, grantPost } from './grant-post.ts';
export { officerLoaders } from './loaders.ts';
export { type RegisterOfficerInput, registerOfficer } from './register-officer.ts';
export { HeadNameResolver, OfficerResolver, OrganisationHeadResolver, PostResolver } from './resolver.ts';
export { type OfficerSeed, seedOfficers } from './seed-officers.ts';
