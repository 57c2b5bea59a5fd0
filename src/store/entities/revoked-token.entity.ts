import { defineEntity, p } from '@mikro-orm/core';

/** A token taken back before it expires. */
export const RevokedToken = defineEntity({
  name: 'RevokedToken',
  tableName: 'revoked_token',
  properties: {
    jti: p.text().primary(),
    until: p.datetime(),
  },
});
