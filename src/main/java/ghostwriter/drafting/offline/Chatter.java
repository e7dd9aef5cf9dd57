package ghostwriter.drafting.offline;

import java.util.List;
import java.util.regex.Pattern;

/// Sentences that belong to the conversation and not to a book: thanks and greetings, the conduct
/// of a meeting, the technique of the call, remarks about the interview, instructions to whoever
/// writes it down. The patterns are English.
final class Chatter {
  private static final List<Pattern> PATTERNS =
      List.of(
          // courtesy
          starting(
              "(?:and |so |but |well,? |yes,? |no,? |okay,? |right,? |great,? )*(?:thank you|thanks|many thanks|cheers|ta)\\b"),
          within(
              "i(?:'d| would)? (?:also |just )?(?:like to |want to )?(?:thank|welcome|congratulate)\\b"),
          starting(
              "(?:good (?:morning|afternoon|evening|day|night)|hello|hi|hey|welcome|goodbye|bye|see you)\\b"),
          within(
              "pleased to (?:welcome|meet)|nice to (?:meet|see)|how are you|you're welcome|bless you"),
          within(
              "(?:i'm|i am|oh,?) (?:so |very )?sorry\\b|^sorry\\b|apologi[sz]e|excuse me|i beg your pardon|i'm (?:only )?joking|just kidding"),
          within(
              "(?:good|great|excellent|important|interesting|fair|difficult) (?:question|point)\\b"),
          // the conduct of a meeting
          within(
              "point of order|the floor\\b|standing order|unanimous consent|quorum|adjourn|hon\\. members|hear, hear"),
          within(
              "(?:we'll|we will|let's|let us|i'll|i will|i'd like to|can we|shall we) (?:now |then |just )*(?:go|move|continue|turn|proceed|start|begin|pause|suspend|resume|come|take) (?:\\w+ )?(?:on|to|back|with|there|over|the meeting)"),
          within(
              "we (?:now )?(?:go|move) (?:now )?(?:on )?to |we now |next (?:slide|item|speaker|question|on the agenda)|(?:go|carry) ahead|your turn|over to you|hand(?:ing)? (?:it )?over to"),
          within(
              "agenda|minutes of|apologies for absence|declarations? of interest|^item \\d|papers? to note|\\bpetitions?\\b|the motion\\b|the (?:vote|clerk)\\b"),
          within(
              "(?:next|last|first) (?:set of )?questions?|(?:my|your|the|a|that|this|her|his|those|these|some|any|another|further|supplementary|final|last|following) (?:[\\w-]+ ){0,2}questions?\\b|i(?:'ll| will)? (?:just )?(?:answer|ask)\\b"),
          within(
              "(?:turn|time) (?:is up|to speak)|run(?:ning)? out of time|(?:one|two|five|ten|\\d+) ?(?:more )?(?:minutes?|seconds?) left|short of time|come (?:back )?to (?:you|that later)|i'll come to that"),
          within(
              "bring \\w+ in\\b|come in (?:here|on (?:this|that))|(?:refer|defer) to my|something (?:on|about) (?:this|that)$|help(?:ful)? if \\w+ could"),
          within(
              "(?:want(?:ed)?|(?:would|'d) like) to (?:ask|know|understand|have an understanding|hear|raise|pick up|come|focus|turn|talk|bring|clarify|press|push|explore|move)\\b|if i (?:can|could|may|might) (?:just )?(?:turn|move|ask|bring|start|come|take|go|pick|press|push)"),
          starting(
              "(?:so |and |but |perhaps |maybe |then,? )*(?:can|could|may) (?:i|you|we) (?:just |please |also )*(?:ask|tell|say|talk|give|explain|clarify|comment|check|outline|turn|start|come|bring)\\b"),
          within(
              "my answer|(?:answer|respond|reply) to (?:that|this|your)|glad to hear|pleased to hear|hear (?:that|about)|i (?:was|am) (?:pleased|glad) (?:to|that)"),
          // the technique of the call
          within(
              "can (?:you|anybody|everyone|people) (?:all )?(?:hear|see)|(?:hear|see) (?:me|you)\\b|\\bmute|microphone|\\bmic\\b|headset|(?:share|sharing) (?:my|the|your) screen|bandwidth|video-?conference|translation (?:is|has|stopped|back)|interpretation|powerpoint|whiteboard|laptop|my (?:presentation|slides?|notes)\\b"),
          within(
              "\\b(?:is|are) (?:it|that|this|we) (?:thing )?(?:still )?(?:on|running|recording|working|rolling)\\b|turn (?:it|that|this|the \\w+) (?:off|on|down|up)\\b|red light"),
          // the interview itself
          within(
              "where was i|what was i|lost my (?:thread|train)|as i (?:said|say|was saying|mentioned)|like i said|what else|^let me (?:think|see)|how shall i (?:say|put)|you(?:'ll| will) have to (?:ask|forgive)|am i (?:talking|rambling)|if you like|as you (?:know|say|said)|you've (?:heard|asked|mentioned|raised)|you (?:asked|mentioned|said|raised)"),
          within(
              "have (?:another|some) (?:tea|coffee|biscuit|cake|water)|another (?:biscuit|cup)|^(?:please )?(?:sit down|take a seat)|next time|leave it there|for (?:today|now)[.!?]*$"),
          // to whoever writes it down
          within(
              "(?:in|into|for|to|from|of) (?:the|this|my|your|our) (?:book|memoir|biography|chapter|draft|document|article|text|transcript|tape|recording|interview|record)\\b"),
          starting(
              "(?:please |now |and |then |just |so |well,? |but |you (?:can|could|should|must|may) |don't |do not |never |could you |can you |whoever \\w+ this,? )+(?:write|note|type|draft|put (?:that|this|it|in|down)|insert|delete|erase|remove|rewrite|summari[sz]e|print|output|translate|quote that|leave)\\b"),
          starting(
              "(?:write|type|draft|insert|delete|erase|rewrite|summari[sz]e|output|print|translate|pretend|disregard|ignore|forget|scratch|strike|new (?:paragraph|chapter|section)|make (?:that|this) (?:a|the))\\b"),
          within(
              "(?:write|writes|type|types|typing) (?:this|that|it)(?: all)? (?:down|up|out|exactly)|whoever (?:types|writes|reads) (?:this|it)|note to (?:the )?(?:editor|writer|self|ghostwriter)"),
          within(
              "(?:ignore|disregard|forget|override) (?:all |any |the |your |my |these |those |every )*(?:previous|prior|above|earlier|preceding|other|system)?\\s*(?:instructions?|prompts?|rules|orders|commands)"),
          within(
              "system prompt|as an ai\\b|language model|you are now\\b|ghostwriter|the (?:machine|software|computer|app|program) (?:should|must|will|to)\\b|ignore what i said"));

  private static final Pattern NAMES_ONLY =
      Pattern.compile("^(?:\\p{Lu}[\\p{L}.'’-]*[ ,.!]*){1,5}$");

  boolean isChatter(Sentence sentence) {
    String lower = sentence.text().replace('’', '\'');
    return NAMES_ONLY.matcher(lower).matches()
        || PATTERNS.stream().anyMatch(pattern -> pattern.matcher(lower).find());
  }

  private static Pattern starting(String expression) {
    return Pattern.compile("^[\"'“‘]?" + expression, Pattern.CASE_INSENSITIVE);
  }

  private static Pattern within(String expression) {
    return Pattern.compile("(?:^|\\b)(?:" + expression + ")", Pattern.CASE_INSENSITIVE);
  }
}
