package ghostwriter.queue;

import static org.assertj.core.api.Assertions.assertThat;

import ghostwriter.testing.SteppingClock;
import ghostwriter.testing.TestHouse;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// How PostgreSQL goes about a claim on a table of which it knows nothing: 20,000 projects, of
/// which 1,000 run a job while an urgent one waits behind it, and 3,000 are ready.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClaimPlanTest {
  /// Pages that claiming 16 slots may touch; reading the whole table would be some 500.
  private static final int FEW_PAGES = 400;

  private final SteppingClock clock = new SteppingClock();
  private final TestHouse house = new TestHouse(clock);

  @BeforeAll
  void manyProjectsAndNoStatistics() {
    house.sql.sql("alter table draft_slot set (autovacuum_enabled = false)").update();
    house
        .sql
        .sql(
            """
            with made as (
              insert into project (id, title, kind, language, created_at)
              select gen_random_uuid(), 'A book', 'memoir', 'en', now() from generate_series(1, 20000)
              returning id)
            insert into draft_slot
              (project_id, state, urgency, due_at, attempts, epoch, worker_id, running_job, waiting_job)
            select id,
                   case when n <= 1000 then 'running' when n <= 4000 then 'ready' else 'idle' end,
                   case when n <= 1000 then 2 else n % 3 end,
                   cast(:now as timestamptz) - n * interval '0.2 seconds', 0, 0,
                   case when n <= 1000 then id end,
                   case when n <= 1000 then gen_random_uuid() end,
                   case when n <= 4000 then id end
              from (select id, row_number() over () as n from made) as numbered
            """)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  @AfterAll
  void close() {
    house.close();
  }

  @ParameterizedTest
  @CsvSource({"force_custom_plan, 16", "force_custom_plan, 1", "force_generic_plan, 16"})
  void aClaimReadsOnlyWhatItTakes(String mode, int limit) {
    assertThat(analysed()).isFalse();

    JsonNode plan = explain(mode, limit).path("Plan");

    List<JsonNode> scans = new ArrayList<>();
    collectScans(plan, scans);
    assertThat(scans)
        .isNotEmpty()
        .allSatisfy(scan -> {
          assertThat(scan.path("Node Type").asString()).isIn("Index Scan", "Tid Scan");
          assertThat(scan.path("Rows Removed by Filter").asInt(0)).isZero();
          assertThat(scan.path("Actual Rows").asDouble()).isLessThanOrEqualTo(limit);
        });
    assertThat(plan.path("Shared Hit Blocks").asInt() + plan.path("Shared Read Blocks").asInt())
        .isLessThan(FEW_PAGES);
  }

  private boolean analysed() {
    return house
        .sql
        .sql("select exists (select from pg_stats where tablename = 'draft_slot')")
        .query(Boolean.class)
        .single();
  }

  /// Runs a claim and takes it back.
  private JsonNode explain(String mode, int limit) {
    Instant now = clock.instant();
    return house.inTransaction(() -> {
      house.sql.sql("set local plan_cache_mode = " + mode).update();
      house.sql.sql("savepoint before").update();
      String explained =
          house
              .sql
              .sql("explain (analyze, buffers, timing off, format json) " + SlotStore.CLAIM)
              .param("worker", UUID.randomUUID())
              .param("limit", limit)
              .param("now", now.atOffset(ZoneOffset.UTC))
              .param("overdue", now.minus(QueueRules.PATIENCE).atOffset(ZoneOffset.UTC))
              .query(String.class)
              .single();
      house.sql.sql("rollback to before").update();
      return house.json.readTree(explained).get(0);
    });
  }

  private static void collectScans(JsonNode node, List<JsonNode> scans) {
    if (node.path("Relation Name").asString("").equals("draft_slot")
        && node.path("Node Type").asString().endsWith("Scan")) {
      scans.add(node);
    }
    node.path("Plans").forEach(child -> collectScans(child, scans));
  }
}
