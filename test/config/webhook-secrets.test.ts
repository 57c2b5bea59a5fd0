import { webhookSecretsOf } from '../../src/config/webhook-secrets.ts';

const aSecret = (kid: string, bytes = 32): Record<string, unknown> => ({ kty: 'oct', use: 'webhook', kid, k: Buffer.alloc(bytes, 7).toString('base64url') });

describe('the secrets shared with partners', () => {
  it('are known by the name that the directory gives them, and need not be there', () => {
    const secrets = webhookSecretsOf([{ use: 'seal' }, aSecret('with-kent'), aSecret('with-somerset', 24)]);
    expect([...secrets].map(([kid, secret]) => [kid, secret.length])).toEqual([['with-kent', 32], ['with-somerset', 24]]);
    expect(webhookSecretsOf([{ use: 'seal' }]).size).toBe(0);
  });

  it.each<[string, readonly unknown[]]>([
    ['too short', [aSecret('canary', 23)]],
    ['too long', [aSecret('canary', 65)]],
    ['of another kind', [{ ...aSecret('canary'), kty: 'EC' }]],
    ['without a name', [{ ...aSecret('canary'), kid: '' }]],
    ['of one name', [aSecret('canary'), aSecret('canary')]],
  ])('are refused %s', (_fault, files) => {
    expect(() => webhookSecretsOf(files)).toThrow('"use": "webhook"');
    expect(() => webhookSecretsOf(files)).not.toThrow('canary');
  });
});
