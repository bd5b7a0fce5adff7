import { GraphQLError, GraphQLScalarType } from 'graphql';
import { GraphQLDateTimeISO, GraphQLLocalDate } from 'graphql-scalars';

/** An instant, ISO 8601 in UTC with milliseconds. */
export const DateTime = new GraphQLScalarType({
  ...GraphQLDateTimeISO.toConfig(),
  name: 'DateTime',
  description: 'An instant as ISO 8601 text in UTC, for example 2026-11-20T02:40:00.000Z.',
  extensions: {},
});

const localDate = GraphQLLocalDate.toConfig();

/** Nothing here happens outside these years; the database has no year 0, and calendars no text for the year 10000. */
const YEARS = { first: 1900, last: 2999 };

function withinYears(date: string): string {
  const year = Number(date.slice(0, 4));
  if (year < YEARS.first || year > YEARS.last)
    throw new GraphQLError(`A day has a year from ${YEARS.first} to ${YEARS.last}: ${date}`, {
      extensions: { code: 'BAD_USER_INPUT' },
    });
  return date;
}

/** A day without time or zone. */
export const LocalDate = new GraphQLScalarType<string, string>({
  name: 'LocalDate',
  description: 'A calendar day as ISO 8601 text, for example 2026-11-24.',
  serialize: (value) => localDate.serialize!(value) as string,
  parseValue: (value) => withinYears(localDate.parseValue!(value) as string),
  parseLiteral: (node, variables) => withinYears(localDate.parseLiteral!(node, variables) as string),
});
