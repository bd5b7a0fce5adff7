export { type Meaning, findMeaning } from './meaning.ts';
export { searchText, typedWords } from './words.ts';
