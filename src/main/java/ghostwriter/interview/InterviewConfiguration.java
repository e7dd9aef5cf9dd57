package ghostwriter.interview;

import ghostwriter.account.Accounts;
import ghostwriter.blueprint.Blueprints;
import ghostwriter.feed.Feed;
import ghostwriter.feed.Hints;
import ghostwriter.notebook.Notebook;
import ghostwriter.queue.DraftQueue;
import ghostwriter.transcript.Transcripts;
import ghostwriter.vocabulary.Ids;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// Furnishes the room.
@Configuration
class InterviewConfiguration {
  @Bean
  Surroundings surroundings(
      Transcripts transcripts,
      Notebook notebook,
      Blueprints blueprints,
      Feed feed,
      JdbcClient sql,
      ToolDesk toolDesk,
      DraftQueue queue,
      Knowledge knowledge,
      Line.Provider lines,
      TransactionTemplate transaction,
      InstantSource clock,
      JsonMapper json) {
    return new Surroundings(
        transcripts,
        notebook,
        blueprints,
        feed,
        new InterviewStore(sql),
        new InboxStore(sql),
        new NodeStore(sql),
        new ToolAnswers(sql),
        toolDesk,
        new Leftovers(transcripts, queue, json),
        knowledge,
        new Instructions(json),
        lines,
        transaction,
        clock,
        json);
  }

  /// Where nobody names the node, each life of it is a node of its own.
  @Bean
  InterviewKeeper interviewKeeper(
      ObjectProvider<NodeName> name, Surroundings around, Accounts accounts, Hints hints, Ids ids) {
    var life = ids.next();
    return new InterviewKeeper(
        life, name.getIfAvailable(() -> new NodeName(life.toString())), around, accounts, hints);
  }

  @Bean
  Interviews interviews(Surroundings around, Hints hints, Ids ids) {
    return new Interviews(around, hints, ids);
  }
}
