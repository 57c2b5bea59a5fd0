/** Was something sent after an instant, by the time of its own message; where the message has none, as `otherwise` says. Each is an expression of the statement it stands in. */
export const isSentAfter = (order: string, instant: string, otherwise: string): string => `case when ${order} ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9:.]+Z)?$'
  then ${order} collate "C" > to_char((${instant}) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS') else ${otherwise} end`;
