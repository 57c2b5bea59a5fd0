/** Settings of the embedded server, given on its command line so that an upgrade of the hub upgrades them too. */
export const ENGINE_SETTINGS: Readonly<Record<string, string>> = {
  unix_socket_permissions: '0700',
  max_connections: '40',
  shared_buffers: '64MB',
  // What was acknowledged survives a kill of anything, and a power cut.
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
  wal_level: 'minimal',
  max_wal_senders: '0',
  io_method: 'sync',
  max_parallel_workers_per_gather: '0',
  max_logical_replication_workers: '0',
  password_encryption: 'scram-sha-256',
  // The server's own log must not print a child: a failed statement repeats its values, and details repeat rows.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_statement: 'none',
};
