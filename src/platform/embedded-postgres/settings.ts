import { port } from './socket.ts'

export type Settings = Record<string, string>

const modest: Settings = {
  cluster_name: 'afterview',
  max_connections: '50',
  // Parallel workers share memory through /dev/shm, of which a container has little.
  max_parallel_workers_per_gather: '0',
  shared_buffers: '64MB',
  timezone: 'UTC',
}

/**
 * @NOTE The log must never hold what a person wrote. An error may quote a value in its very message (`invalid input
 * syntax for type uuid: "..."`), so errors stay out: only the server's own messages (LOG, FATAL, PANIC) are written,
 * without details or statements.
 */
const discreet: Settings = {
  log_checkpoints: 'off',
  log_error_verbosity: 'terse',
  log_line_prefix: '%m [%p] ',
  log_min_duration_statement: '-1',
  log_min_error_statement: 'panic',
  log_min_messages: 'log',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
  log_statement: 'none',
  log_timezone: 'UTC',
}

export function serverArguments(cluster: string, socketFolder: string, settings: Settings): string[] {
  const reachable: Settings = {
    listen_addresses: '',
    port: String(port),
    unix_socket_directories: `"${socketFolder.replaceAll('"', '""')}"`,
    unix_socket_permissions: '0700',
  }
  const all = { ...modest, ...settings, ...discreet, ...reachable }
  return ['-D', cluster, ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])]
}
