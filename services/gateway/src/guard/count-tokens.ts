import { Lexer, Source, TokenKind } from 'graphql';

/** Number of tokens of a document, counted no further than one past `most`. @throws GraphQLError at an unreadable character. */
export function countTokens(text: string, most: number): number {
  const lexer = new Lexer(new Source(text));
  let count = 0;
  while (count <= most && lexer.advance().kind !== TokenKind.EOF) count++;
  return count;
}
