package ghostwriter.cluster;

/// PostgreSQL's settings for one server and its drafters on one machine: reachable on the loopback
/// address only, within some 400 MiB, and with a log that never holds a client's words.
final class ClusterSettings {
  private ClusterSettings() {}

  static String text(int port, Durability durability) {
    return """
    # Written by Ghostwriter at each start; changes are lost.
    listen_addresses = '127.0.0.1'
    port = %d
    unix_socket_directories = ''
    max_connections = 60

    shared_buffers = 128MB
    work_mem = 8MB
    maintenance_work_mem = 64MB
    effective_cache_size = 512MB
    max_parallel_workers_per_gather = 0
    max_parallel_maintenance_workers = 0
    jit = off
    random_page_cost = 1.1
    # Worker processes would each hold memory; the disks of one machine are read well without.
    io_method = sync

    # One machine, no standby.
    wal_level = minimal
    max_wal_senders = 0
    max_logical_replication_workers = 0
    max_wal_size = 512MB
    %s
    default_text_search_config = 'pg_catalog.simple'
    timezone = 'UTC'
    log_timezone = 'UTC'

    # Errors of statements quote what was written. The server sees them anyway, so the log keeps only
    # what PostgreSQL says of itself.
    logging_collector = on
    log_directory = '../log'
    log_filename = 'postgresql-%%a.log'
    log_rotation_age = 1d
    log_rotation_size = 0
    log_truncate_on_rotation = on
    log_line_prefix = '%%m [%%p] '
    log_min_messages = log
    log_min_error_statement = panic
    log_error_verbosity = terse
    log_statement = none
    log_min_duration_statement = -1
    log_parameter_max_length = 0
    log_parameter_max_length_on_error = 0
    log_checkpoints = off
    """
        .formatted(port, durability == Durability.DURABLE ? DURABLE : THROWAWAY);
  }

  private static final String DURABLE =
      "fsync = on\nsynchronous_commit = on\nfull_page_writes = on\n";
  private static final String THROWAWAY =
      "fsync = off\nsynchronous_commit = off\nfull_page_writes = off\n";
}
