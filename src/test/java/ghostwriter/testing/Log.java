package ghostwriter.testing;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.Optional;
import org.slf4j.LoggerFactory;

/// What is logged while it is open. A server that starts furnishes the logs anew: open it after
/// that.
public final class Log implements AutoCloseable {
  private final Logger logger;
  private final ListAppender<ILoggingEvent> heard = new ListAppender<>();

  private Log(org.slf4j.Logger logger) {
    this.logger = (Logger) logger;
    heard.start();
    this.logger.addAppender(heard);
  }

  public static Log ofAll() {
    return new Log(LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME));
  }

  public static Log of(Class<?> who) {
    return new Log(LoggerFactory.getLogger(who));
  }

  /// What was said, without what is beside it.
  public List<String> messages() {
    return List.copyOf(heard.list).stream().map(ILoggingEvent::getFormattedMessage).toList();
  }

  /// Everything that was told: who says it, what, with which values, in what connection, and what
  /// was thrown.
  public List<String> lines() {
    return List.copyOf(heard.list).stream().map(Log::line).toList();
  }

  private static String line(ILoggingEvent event) {
    return event.getLevel()
        + " "
        + event.getLoggerName()
        + " "
        + event.getFormattedMessage()
        + Optional.ofNullable(event.getKeyValuePairs())
        + event.getMDCPropertyMap()
        + Optional.ofNullable(event.getThrowableProxy()).map(ThrowableProxyUtil::asString);
  }

  @Override
  public void close() {
    logger.detachAppender(heard);
  }
}
