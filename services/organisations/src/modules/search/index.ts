export { type Meaning, findMeaning } from './meaning.ts';
export { rememberWords } from './remember-words.ts';
export { searchText, typedWords } from './words.ts';
