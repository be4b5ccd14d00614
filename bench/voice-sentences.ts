/** Sentences of the kind that are said to an agent; without numbers, which have many ways to be written. */
export const SENTENCES: readonly string[] = `
Remind me to water the plants in the garden this evening.
Please open the report about the harbour and read me the summary.
Write a short note that the printer is out of paper again.
What did Maria say about the contract with the supplier?
Find every file about the train to Hamburg and put them into one folder.
Send the minutes of the meeting to the whole team before lunch.
Remember that my sister prefers to be called in the afternoon.
How is the weather going to be on the coast this weekend?
Delete the old drafts, but keep the last version of each of them.
Book a table for the family at the small restaurant near the station.
Move the photographs from the desktop to the archive.
Tell Peter that the delivery will arrive a little later than planned.
Which of the open invoices is the oldest one?
Cancel the reminder about the dentist and make a new one for Monday.
Read the first article on the page and tell me what it is about.
The toner for the printer comes from a company in Poland.
Search my notes for the name of the hotel in Lisbon.
Please draft a polite answer to the customer who complained.
Every Monday morning send me a list of what is still open.
I would like to know who wrote the last message in this conversation.
Turn the table on that page into a spreadsheet and save it.
Stop what you are doing and show me the plan again.
Ask the landlord whether the heating was repaired yesterday.
Save the recipe for the apple cake under the name of my grandmother.
When does the last ferry leave the island on Sunday?
Compare the two offers and tell me which one is cheaper.
Rename the folder with the holiday pictures to summer.
The password of the guest network was changed last night.
Make a list of everything that I bought for the office this month.
Call the garage and ask if the car is ready to be collected.
Translate the second paragraph of the letter into German.
Do not send anything before I have read it myself.
Write down that the meeting with the architect was moved to Thursday.
Show me the pages that I opened while I was looking for a new bicycle.
Forget what I told you about the surprise party.
Put milk, bread, butter and a bag of onions on the shopping list.
Who is the person that signed the agreement for the other side?
Tell me a good place to have breakfast near the museum.
Download the form, fill in my address and show it to me.
The neighbours are away, so please remind me to feed their cat.
Collect the headlines of the morning and leave out the sports.
Was there a message from the school about the trip to the mountains?
Explain the difference between the two insurance plans in simple words.
Create a folder for the new project and copy the templates into it.
I finished the book about the history of the lighthouse.
Thank everybody who came to the concert and attach the programme.
Look for a cheap flight to Dublin at the end of the month.
The plumber wants to be paid in cash, write that down.
Summarise what happened in the project while I was on holiday.
Check whether the shop in the old town is open on public holidays.
Answer that I agree, but that we should talk about the price again.
Which documents do I need to renew my passport?
Print the boarding pass and put it on top of the pile.
Add a comment to the draft that the introduction is too long.
Let me know as soon as the download has finished.
The new colleague starts on Wednesday and needs a desk.
Undo the last change and tell me what it was.
Find out when the library closes and how I can get there by bus.
Change the title of the presentation to something more friendly.
My brother moved to Vienna and works for a small theatre there.
Make sure that nobody else can see the medical records.
Pack the tent, the sleeping bags and the little stove.
Ring the bell when the soup has been cooking for long enough.
Compose a cheerful birthday message for my uncle and show me a draft.
`
  .trim()
  .split('\n')
